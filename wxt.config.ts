import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { mergeConfig, type Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { labels } from './utils/labels';
import { labelsFile, languages } from './utils/language';
import { portalPatterns } from './utils/portal/patterns';

/**
 * What the extension's own pages and its background may load and reach (docs/decisions.md, "Content security policy"). While
 * it is developed, also the local server that sends each change; that writes styles and HTML, which a build never does.
 */
function policy(developed: boolean): string {
  const server = developed ? ' http://localhost:* ws://localhost:*' : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${developed ? ` 'unsafe-inline'${server}` : ''}`,
    "img-src 'self' data:",
    `connect-src 'self' https://spaces.nexudus.com https://*.spaces.nexudus.com${server}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    ...(developed ? [] : ["require-trusted-types-for 'script'", "trusted-types 'none'"]),
  ].join('; ');
}

/** A sheet that several pages share leaves an empty script behind, and every page would fetch that before its own script runs. */
const withoutEmptyChunks: Plugin = {
  name: 'without-empty-chunks',
  enforce: 'post',
  generateBundle(_, bundle) {
    const empty = Object.values(bundle).filter(part => part.type === 'chunk' && part.code.trim() === '');
    for (const { fileName } of empty) {
      delete bundle[fileName];
      const name = basename(fileName).replaceAll('.', '\\.');
      for (const part of Object.values(bundle)) {
        if (part.type === 'chunk') part.code = part.code.replace(new RegExp(`import"\\./${name}";`), '');
        else if (part.fileName.endsWith('.html'))
          part.source = String(part.source).replace(new RegExp(`\\s*<link [^>]*${name}">`), '');
      }
    }
  },
};

/** Nearly all of an editor's code runs at once: V8 compiles it while it is loaded, not when each function is first called. */
const compiledEarly: Plugin = {
  name: 'compiled-early',
  enforce: 'post',
  generateBundle: {
    // Vite puts a line of its own before a chunk's code, and the hint has to be the first.
    order: 'post',
    handler(_, bundle) {
      for (const part of Object.values(bundle))
        if (part.type === 'chunk' && part.name === 'mount')
          part.code = `//# allFunctionsCalledOnLoad\n${part.code}`;
    },
  },
};

export default defineConfig({
  imports: false,
  // `npm run dev` in a container, where Chromium has no sandbox to offer to root.
  webExt: { chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [] },
  zip: {
    // For whoever reviews a package: all that builds it and the stand-in portal to try it on, whatever else lies about here.
    includeSources: [
      '{assets,components,docs,entrypoints,locales,public,scripts,store,tests,utils}/**',
      '*.{json,md}',
      '{wxt,vitest,vitest.mutation}.config.ts',
      '{.npmrc,.gitignore,.ci/**,.github/**,LICENSE}',
    ],
    excludeSources: ['{docs,store}/**/*.png'],
    dotSources: true,
  },
  hooks: {
    // A NODE_ENV that a shell or a test runner left behind must not decide what is built.
    'config:resolved': ({ config }) => {
      process.env.NODE_ENV = config.mode;
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      // All that a first paint needs as one file: it packs a tenth smaller than in the pieces that lazy chunks share.
      const codeSplitting = { groups: [{ name: 'mount', test: /entrypoints.editor.mount/ }] };
      if (!entrypoints.some(({ inputPath }) => inputPath.endsWith('.html'))) return;
      config.build = mergeConfig(
        config.build ?? {},
        { rolldownOptions: { output: { codeSplitting } } },
        false,
      );
    },
    'prepare:publicPaths': (_, paths) => {
      paths.push(...languages.map(labelsFile));
    },
    'build:publicAssets': (_, files) => {
      for (const language of languages)
        files.push({ relativeDest: labelsFile(language), contents: JSON.stringify(labels[language]) });
    },
  },
  vite: () => ({
    plugins: [preact(), withoutEmptyChunks, compiledEarly],
    build: {
      // Every browser that is supported preloads modules itself. A page names all that its first paint needs; a later chunk waits
      // for its sheets alone, because its modules are on the same disk.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_, files, { hostType }) =>
          hostType === 'html' ? files : files.filter(file => file.endsWith('.css')),
      },
    },
    resolve: {
      alias: {
        '\0vite/preload-helper.js': fileURLToPath(new URL('components/preload.ts', import.meta.url)),
        // WXT's own context speaks to the page by events and listens to it; ours does neither (T01).
        'wxt/utils/content-script-context': fileURLToPath(
          new URL('entrypoints/portal.content/no-context.ts', import.meta.url),
        ),
      },
    },
  }),
  manifest: ({ browser, command }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['storage', 'webRequest', 'contextMenus', 'scripting', 'activeTab'],
    host_permissions: portalPatterns,
    // For portals on domains of their own; asked for one origin at a time, on the member's click.
    optional_host_permissions: ['https://*/*'],
    incognito: 'not_allowed',
    content_security_policy: { extension_pages: policy(command === 'serve') },
    omnibox: { keyword: 'nt' },
    commands: {
      // Chrome keeps Alt+Shift+P for its tab groups and would leave the command without a key.
      _execute_action: { suggested_key: { default: browser === 'firefox' ? 'Alt+Shift+P' : 'Alt+Shift+E' } },
      // Firefox has a command of its own for the sidebar; Chrome's panel is opened by the background. S would open Firefox's History menu.
      [browser === 'firefox' ? '_execute_sidebar_action' : 'open_panel']: {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commandPanel__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'nametag@nametag.example',
              strict_min_version: '142.0',
              data_collection_permissions: {
                required: ['personallyIdentifyingInfo', 'authenticationInfo'],
                // The host name of a page, when the member asks whether it is a portal.
                optional: ['browsingActivity'],
              },
            },
          },
        }
      : {
          minimum_chrome_version: '127',
          externally_connectable: { ids: [] },
          storage: { managed_schema: 'managed_schema.json' },
        }),
  }),
});
