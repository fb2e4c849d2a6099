/** Where people sign in with a browser. */
export const SIGN_IN_PATH = '/sign-in';
/** Where a member's provider sends the browser back to; the provider's id follows. */
export const CALLBACK_PATH = `${SIGN_IN_PATH}/callback`;
