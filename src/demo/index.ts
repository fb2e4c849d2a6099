export { DEMO_EMAIL_DOMAIN, DEMO_TOTP_SECRET, type DemoCredentials } from './demo-credentials.js';
export { SCREENED } from './demo-cast.js';
export { offerDemo, refuseDemoInProduction } from './offer-demo.js';
export { seedDemo } from './seed-demo.js';
