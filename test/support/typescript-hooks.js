import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

import { transformSync } from '@swc/core';

const isTypeScript = (url) => url.startsWith('file:') && url.endsWith('.ts');

/**
 * Lets Node itself load our TypeScript, with the same compiler and settings as the build. Node's own type stripping knows
 * neither decorators nor parameter properties, nor that `./a.js` is `./a.ts`. For what runs outside of jest's sandbox:
 * jest's global setup, and scripts (`node --import ./test/support/typescript-hooks.js script.ts`).
 */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL !== undefined) {
      const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
      if (existsSync(source)) return next(source.href, context);
    }
    return next(specifier, context);
  },
  load(url, context, next) {
    if (!isTypeScript(url)) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), { filename, sourceMaps: 'inline' });
    return { format: 'module', shortCircuit: true, source: code };
  },
});
