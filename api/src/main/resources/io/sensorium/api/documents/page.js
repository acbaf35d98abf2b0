'use strict';

/** Shows the OpenAPI document of this server. Everything is written as text, never as HTML. */

const make = (tag, text, className) => {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  return element;
};

const resolved = (doc, value) =>
  value && value.$ref
    ? value.$ref.slice(2).split('/').reduce((at, name) => at[name], doc)
    : value;

/** A schema in short: the names of schemas, arrays as [..], nullable with a question mark. */
const short = schema => {
  if (!schema) return '';
  if (schema.$ref) return schema.$ref.split('/').pop();
  if (schema.anyOf) return schema.anyOf.map(short).join(' or ');
  if (schema.allOf) return schema.allOf.map(short).join(' with ');
  if (schema.enum) return schema.enum.map(String).join(' | ');
  const type = [].concat(schema.type || 'any').join(' or ');
  if (type === 'array') return '[' + short(schema.items) + ']';
  if (schema.properties) return '{' + Object.keys(schema.properties).join(', ') + '}';
  return schema.format ? type + ' (' + schema.format + ')' : type;
};

const table = rows => {
  const element = make('table');
  for (const row of rows) {
    const line = make('tr');
    for (const cell of row) line.append(make('td', cell));
    element.append(line);
  }
  return element;
};

const properties = (doc, schema) => {
  const all = resolved(doc, schema);
  if (!all) return [];
  if (all.allOf) return all.allOf.flatMap(part => properties(doc, part));
  if (all.type === 'array') return properties(doc, all.items);
  const required = new Set(all.required || []);
  return Object.entries(all.properties || {}).map(([name, property]) => [
    name, short(property), required.has(name) ? '' : 'optional', property.description || '']);
};

const body = (doc, title, content) => {
  const parts = [];
  for (const [type, media] of Object.entries(content || {})) {
    parts.push(make('h4', title + ': ' + type + ', ' + short(media.schema)));
    const rows = properties(doc, media.schema);
    if (rows.length) parts.push(table(rows));
    if (media.example !== undefined) parts.push(make('pre', JSON.stringify(media.example, null, 2)));
  }
  return parts;
};

const detail = (doc, operation) => {
  const box = make('div');
  if (operation.description) box.append(make('p', operation.description));
  const schemes = (operation.security || []).flatMap(Object.keys);
  box.append(make('p', schemes.length ? 'Needs one of: ' + schemes.join(', ') : 'Needs no credential.'));
  const parameters = (operation.parameters || []).map(it => resolved(doc, it));
  if (parameters.length) {
    box.append(make('h4', 'Parameters'), table(parameters.map(it => [
      it.name, it.in, short(it.schema), it.required ? 'required' : '', it.description || ''])));
  }
  if (operation.requestBody) box.append(...body(doc, 'Body', operation.requestBody.content));
  box.append(make('h4', 'Answers'));
  box.append(table(Object.entries(operation.responses).map(([status, response]) => [
    status, resolved(doc, response).description])));
  const good = Object.entries(operation.responses).find(([status]) => status.startsWith('2'));
  if (good) box.append(...body(doc, good[0], resolved(doc, good[1]).content));
  return box;
};

const entry = (doc, path, method, operation) => {
  const element = make('details');
  const title = make('summary');
  title.append(make('span', method.toUpperCase(), 'method'), make('span', path, 'path'),
    make('span', operation.summary, 'what'));
  element.append(title);
  element.dataset.words = [path, method, operation.summary, operation.operationId].join(' ').toLowerCase();
  element.addEventListener('toggle', () => {
    if (element.open && element.children.length === 1) element.append(detail(doc, operation));
  });
  return element;
};

const show = doc => {
  document.getElementById('about').textContent = doc.info.summary + ' Version ' + doc.info.version + '.';
  const main = document.getElementById('operations');
  for (const tag of doc.tags) {
    const section = make('section');
    section.append(make('h2', tag.name), make('p', tag.description));
    for (const [path, methods] of Object.entries(doc.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        if (operation.tags.includes(tag.name)) section.append(entry(doc, path, method, operation));
      }
    }
    main.append(section);
  }
  document.getElementById('search').addEventListener('input', event => {
    const word = event.target.value.toLowerCase();
    for (const element of main.querySelectorAll('details')) {
      element.hidden = !element.dataset.words.includes(word);
    }
  });
};

fetch('/openapi.json').then(answer => answer.json()).then(show, error => {
  document.getElementById('about').textContent = 'The document cannot be read: ' + error.message;
});
