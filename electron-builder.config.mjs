// Installers. An allow-list of files: what is not named here is not shipped.

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'org.lasegue.desk',
  productName: 'Lasègue',
  artifactName: 'lasegue-${version}-${os}-${arch}.${ext}',
  directories: { output: 'dist', buildResources: 'resources/icons' },
  files: [
    'package.json',
    'out/{main,preload,renderer}/**',
    'resources/fonts/**',
    // Node for the test machines is never shipped; the desk runs inside Electron's own process.
    '!node_modules/node-*/**',
    // Prebuilt drivers of other systems stay out.
    '!node_modules/better-sqlite3-multiple-ciphers/{deps,src}/**',
    '!node_modules/better-sqlite3-multiple-ciphers/prebuilds/!(${platform}-${arch}).node',
    '!**/*.{map,md,ts,mts,cts}',
  ],
  asar: true,
  // Native modules cannot be loaded from inside an archive, and the worker thread reads its files and fonts from disk.
  asarUnpack: ['**/*.node', 'out/main/**', 'resources/fonts/**'],
  npmRebuild: false,
  electronFuses: {
    // The installed application is no general Node: neither by environment variable nor by argument.
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    // Cookies are never written; if Chromium ever does, they are encrypted.
    enableCookieEncryption: true,
    // Only the packed application runs, and only as it was packed.
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: true,
    // The window is served from its own scheme; files need no special rights.
    grantFileProtocolExtraPrivileges: false,
  },
  linux: { target: ['AppImage', 'deb'], category: 'MedicalSoftware', maintainer: 'Lasègue maintainers' },
  mac: { target: ['dmg'], category: 'public.app-category.medical', hardenedRuntime: true },
  win: { target: ['nsis'] },
};
