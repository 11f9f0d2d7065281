// Renders /openapi.json. Everything is set as text, so that nothing in it can become markup.

const METHODS = ["get", "post", "put", "patch", "delete"];

function element(name, content, className) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...[content].flat().filter((part) => part !== undefined && part !== null));
  return made;
}

function resolved(description, value) {
  if (!value?.$ref) return value ?? {};
  return value.$ref.slice(2).split("/").reduce((at, key) => at[key], description);
}

function refName(value) {
  return value?.$ref?.split("/").at(-1);
}

function typeOf(schema) {
  const name = refName(schema);
  if (name) {
    const link = element("a", name);
    link.href = `#${name}`;
    return link;
  }
  if (schema.enum) return schema.enum.map((word) => JSON.stringify(word)).join(" or ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.items) return element("span", ["list of ", typeOf(schema.items)]);
  const type = [schema.type ?? "any"].flat().join(" or ");
  return schema.format ? `${type} (${schema.format})` : type;
}

function bounds(schema) {
  const known = ["minimum", "maximum", "minLength", "maxLength", "maxItems", "default"];
  return known.filter((key) => schema[key] !== undefined).map((key) => `${key} ${schema[key]}`).join(", ");
}

function table(heads, rows) {
  const head = element("thead", element("tr", heads.map((text) => element("th", text))));
  const body = element("tbody", rows.map((cells) => element("tr", cells.map((cell) => element("td", cell)))));
  return element("table", [head, body]);
}

function fields(schema) {
  const required = new Set(schema.required ?? []);
  const rows = Object.entries(schema.properties ?? {}).map(([name, field]) => [
    element("code", name), typeOf(field), required.has(name) ? "yes" : "", `${field.description ?? ""} ${bounds(field)}`]);
  return rows.length ? table(["Field", "Type", "Always", ""], rows) : element("p", [typeOf(schema), " ", bounds(schema)]);
}

function examples(content) {
  const given = [];
  for (const [type, media] of Object.entries(content ?? {})) {
    given.push(element("p", [element("code", type), " ", media.schema ? typeOf(media.schema) : ""]));
    const values = media.example !== undefined ? [media.example] : Object.values(media.examples ?? {}).map((one) => one.value);
    for (const value of values) {
      given.push(element("pre", typeof value === "string" ? value : JSON.stringify(value, null, 2)));
    }
  }
  return given;
}

function operation(description, path, method, told) {
  const parts = [
    element("h2", [element("span", method, "method"), " ", element("code", path)]),
    element("p", told.summary), told.description && element("p", told.description)];
  if (told.parameters) {
    parts.push(table(["Parameter", "In", "Type", ""], told.parameters.map((one) => [
      element("code", one.name), one.in, typeOf(one.schema), `${one.description ?? ""} ${bounds(one.schema)}`])));
  }
  if (told.requestBody) parts.push(element("h3", "Request"), ...examples(told.requestBody.content));
  for (const [status, reply] of Object.entries(told.responses)) {
    const known = resolved(description, reply);
    parts.push(element("h3", `${status} ${known.description}`), ...examples(known.content));
  }
  return element("section", parts);
}

function render(description) {
  const sections = [element("h1", `${description.info.title}: API reference`), element("p", description.info.description)];
  for (const [path, item] of Object.entries(description.paths)) {
    for (const method of METHODS.filter((name) => item[name])) {
      sections.push(operation(description, path, method, item[method]));
    }
  }
  sections.push(element("h1", "Forms"));
  for (const [name, schema] of Object.entries(description.components.schemas)) {
    const section = element("section", [element("h2", name), schema.description && element("p", schema.description), fields(schema)]);
    section.id = name;
    sections.push(section);
  }
  return sections;
}

const main = document.getElementById("reference");
try {
  const reply = await fetch("/openapi.json");
  main.replaceChildren(...render(await reply.json()));
} catch (fault) {
  main.replaceChildren(element("p", `The description could not be read: ${fault.message}`));
}
main.removeAttribute("aria-busy");
