import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { ROOT } from './run.mjs';

const PLUGIN = join(ROOT, 'packages/tmll-plugin');
/** Entries of the package have the same time in each build, so that equal contents make equal packages. */
const MTIME = new Date('2026-01-01T00:00:00Z');

/**
 * Packs the bundled plugin with the bundled service as a VSIX: a zip with a manifest of its own (Open Packaging Conventions).
 * @param {{ folder?: string, plugin?: string, service?: string }} [folders] where it goes, and where the bundles are
 * @returns path of the package
 */
export async function packVsix({
  folder = join(ROOT, 'dist'),
  plugin = join(PLUGIN, 'dist'),
  service = join(ROOT, 'packages/tmll-service/dist')
} = {}) {
  const manifest = JSON.parse(await readFile(join(PLUGIN, 'package.json'), 'utf8'));
  const zip = new ZipFile();
  const add = (text, name) => zip.addBuffer(Buffer.from(text), name, { mtime: MTIME });
  const addFile = (file, name) => zip.addFile(file, name, { mtime: MTIME });
  add(contentTypes(), '[Content_Types].xml');
  add(vsixManifest(manifest), 'extension.vsixmanifest');
  add(`${JSON.stringify(packaged(manifest), undefined, 2)}\n`, 'extension/package.json');
  addFile(join(PLUGIN, 'README.md'), 'extension/README.md');
  addFile(join(ROOT, 'LICENSE'), 'extension/LICENSE.txt');
  addFile(join(PLUGIN, manifest.icon), `extension/${manifest.icon}`);
  for (const [from, to] of [
    [plugin, 'extension/dist'],
    [service, 'extension/dist/tmll-service']
  ]) {
    for (const file of await filesBelow(from)) {
      addFile(file, `${to}/${relative(from, file).split(sep).join('/')}`);
    }
  }
  zip.end();
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${manifest.name}-${manifest.version}.vsix`);
  await new Promise((done, fail) => {
    // A file that cannot be read is told as an event of the zip.
    zip.on('error', fail);
    pipeline(zip.outputStream, createWriteStream(path)).then(done, fail);
  });
  return path;
}

/** What a host does not read: everything is in the bundle, so nothing is depended on, or to be built. */
const LEFT_OUT = ['private', 'scripts', 'dependencies', 'devDependencies'];

function packaged(manifest) {
  return Object.fromEntries(Object.entries(manifest).filter(([name]) => !LEFT_OUT.includes(name)));
}

async function filesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
}

function vsixManifest({
  name,
  version,
  publisher,
  displayName,
  description,
  engines,
  categories,
  keywords,
  icon,
  extensionKind
}) {
  const property = (id, value) => `      <Property Id="Microsoft.VisualStudio.${id}" Value="${escape(value)}" />`;
  const asset = (type, path) =>
    `    <Asset Type="Microsoft.VisualStudio.${type}" Path="extension/${escape(path)}" Addressable="true" />`;
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${escape(name)}" Version="${escape(version)}" Publisher="${escape(publisher)}" />
    <DisplayName>${escape(displayName)}</DisplayName>
    <Description xml:space="preserve">${escape(description)}</Description>
    <Tags>${escape(keywords.join(','))}</Tags>
    <Categories>${escape(categories.join(','))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
${[
  property('Code.Engine', engines.vscode),
  property('Code.ExtensionKind', extensionKind.join(',')),
  property('Code.ExtensionDependencies', ''),
  property('Code.ExtensionPack', '')
].join('\n')}
    </Properties>
    <License>extension/LICENSE.txt</License>
    <Icon>extension/${escape(icon)}</Icon>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code" />
  </Installation>
  <Dependencies />
  <Assets>
${[
  asset('Code.Manifest', 'package.json'),
  asset('Services.Content.Details', 'README.md'),
  asset('Services.Content.License', 'LICENSE.txt'),
  asset('Services.Icons.Default', icon)
].join('\n')}
  </Assets>
</PackageManifest>
`;
}

function contentTypes() {
  const types = {
    json: 'application/json',
    vsixmanifest: 'text/xml',
    js: 'application/javascript',
    md: 'text/markdown',
    txt: 'text/plain',
    wasm: 'application/wasm',
    png: 'image/png'
  };
  const defaults = Object.entries(types).map(
    ([extension, type]) => `<Default Extension=".${extension}" ContentType="${type}" />`
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}</Types>
`;
}

/** @param {string} text */
function escape(text) {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, character => entities[character]);
}
