// Holds a manifest (JSON, on stdin) against the published models of Kubernetes: each field must be known there and have the type that it has there.
// Prints the problems, one a line; none means that the shape is right.
import { readFileSync } from 'node:fs';

// The package's own index asks for a newer Node; its models do not.
const model = async (name) => (await import(`@kubernetes/client-node/dist/gen/models/${name}.js`))[name];

async function walk(value, type, path, problems) {
  const list = /^Array<(.+)>$/.exec(type);
  const map = /^\{ \[key: string\]: (.+); \}$/.exec(type);
  if (list) {
    if (!Array.isArray(value)) problems.push(`${path}: a list is wanted`);
    else for (const [i, item] of value.entries()) await walk(item, list[1], `${path}[${i}]`, problems);
  } else if (map) {
    for (const [key, item] of Object.entries(value)) await walk(item, map[1], `${path}.${key}`, problems);
  } else if (['string', 'number', 'boolean'].includes(type)) {
    if (typeof value !== type) problems.push(`${path}: ${type} is wanted, not ${typeof value}`);
  } else if (type === 'IntOrString') {
    if (!['string', 'number'].includes(typeof value)) problems.push(`${path}: a number or text is wanted`);
  } else {
    const fields = new Map((await model(type)).getAttributeTypeMap().map((field) => [field.baseName, field.type]));
    for (const [key, item] of Object.entries(value)) {
      if (!fields.has(key)) problems.push(`${path}.${key}: ${type} knows no such field`);
      else await walk(item, fields.get(key), `${path}.${key}`, problems);
    }
  }
}

const problems = [];
await walk(JSON.parse(readFileSync(0, 'utf8')), 'V1Job', 'job', problems);
console.log(problems.join('\n'));
