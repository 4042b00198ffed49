// Plain CommonJS on purpose: it must run on whatever Node is there, before a `.ts` file is read.
// Linux and Windows get Node 24 from package.json's optionalDependencies; macOS uses its own.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Lasègue needs Node 22.18 or newer to run its scripts; this is ${process.versions.node}. Install it, then run "npm ci" again.`,
  );
  process.exit(1);
}
