// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The JSON Schema (draft 7) of the knowledge base, from the tables that the reader
 * is driven by: one definition per shape. It describes a single YAML document.
 */
#include <stdio.h>
#include <string.h>

#include <json.h>

#include "knowledge_yaml.h"

#define NAME "[A-Za-z_][A-Za-z0-9_]*"
#define RECORD "(struct|union) " NAME
#define MEMBER "([*]|[A-Za-z_][A-Za-z0-9_.]*)"

/* A new object with these "key": "text" pairs, up to NULL. */
static struct json_object *texts(const char *key, ...)
{
	struct json_object *object = json_object_new_object();
	va_list ap;

	va_start(ap, key);
	for (; key; key = va_arg(ap, const char *))
		json_object_object_add(object, key,
				       json_object_new_string(va_arg(ap, const char *)));
	va_end(ap);
	return object;
}

static struct json_object *list(const char *first, const char *second)
{
	struct json_object *array = json_object_new_array();

	json_object_array_add(array, json_object_new_string(first));
	if (second)
		json_object_array_add(array, json_object_new_string(second));
	return array;
}

static struct json_object *reference(const char *definition)
{
	g_autofree char *path = g_strconcat("#/definitions/", definition, NULL);

	return texts("$ref", path, NULL);
}

/* A mapping of which every key matches @pattern, to what @value says. */
static struct json_object *mapping(const char *pattern, struct json_object *value)
{
	struct json_object *object = texts("type", "object", NULL);
	struct json_object *patterns = json_object_new_object();
	g_autofree char *whole = g_strdup_printf("^%s$", pattern);

	json_object_object_add(patterns, whole, value);
	json_object_object_add(object, "patternProperties", patterns);
	json_object_object_add(object, "additionalProperties", json_object_new_boolean(false));
	return object;
}

static struct json_object *words(const struct word *word)
{
	struct json_object *object = json_object_new_object();
	struct json_object *array = json_object_new_array();

	for (; word->name; word++)
		json_object_array_add(array, json_object_new_string(word->name));
	json_object_object_add(object, "enum", array);
	return object;
}

static struct json_object *array_of(struct json_object *item)
{
	struct json_object *object = texts("type", "array", NULL);

	json_object_object_add(object, "items", item);
	json_object_object_add(object, "minItems", json_object_new_int(1));
	return object;
}

static struct json_object *one_or_more(const struct word *word)
{
	struct json_object *object = json_object_new_object();
	struct json_object *array = json_object_new_array();

	json_object_array_add(array, words(word));
	json_object_array_add(array, array_of(words(word)));
	json_object_object_add(object, "anyOf", array);
	return object;
}

static struct json_object *number(int least, int most)
{
	struct json_object *object = texts("type", "integer", NULL);

	json_object_object_add(object, "minimum", json_object_new_int(least));
	json_object_object_add(object, "maximum", json_object_new_int(most));
	return object;
}

/* Texts may look like numbers: "length: 4". */
static struct json_object *text(void)
{
	struct json_object *object = json_object_new_object();

	json_object_object_add(object, "type", list("string", "number"));
	json_object_object_add(object, "minLength", json_object_new_int(1));
	return object;
}

static struct json_object *arguments(bool by_name)
{
	g_autofree char *pattern = g_strdup_printf("(result|[0-9]|[1-5][0-9]|6[0-%d]%s)",
						   ARG_MOST % 10, by_name ? "|" NAME : "");

	return mapping(pattern, reference(knowledge_shapes[SHAPE_ARG].name));
}

static struct json_object *value_of(const struct key *key, bool is_hints)
{
	switch (key->type) {
	case KEY_BOOL:
		return texts("type", "boolean", NULL);
	case KEY_INT:
		return number(0, ARG_MOST);
	case KEY_COUNT:
		return number(1, ARG_MOST);
	case KEY_NUMBER:
		return number(1, NUMBER_MOST);
	case KEY_TEXT:
		return text();
	case KEY_WORD:
	case KEY_ROUTE:
		return words(key->words);
	case KEY_FLAGS:
		return one_or_more(key->words);
	case KEY_TEXTS:
		return array_of(text());
	case KEY_ARGS:
		return arguments(is_hints);
	case KEY_TAIL:
		return reference(knowledge_shapes[SHAPE_TAIL].name);
	case KEY_SOURCE:
		return texts("type", "string", "pattern", SOURCE_PATTERN, NULL);
	case KEY_KERNEL:
		return texts("type", "string", "pattern", KERNEL_RANGE_PATTERN, NULL);
	}
	return NULL;
}

static void add_properties(struct json_object *properties, const struct key *key, bool is_hints)
{
	for (; key->name; key++) {
		struct json_object *value = value_of(key, is_hints);

		json_object_object_add(value, "description", json_object_new_string(key->help));
		json_object_object_add(properties, key->name, value);
	}
}

static struct json_object *required(const char *const *needs, size_t most)
{
	struct json_object *object = json_object_new_object();
	struct json_object *array = json_object_new_array();
	size_t i;

	for (i = 0; i < most && needs[i]; i++)
		json_object_array_add(array, json_object_new_string(needs[i]));
	json_object_object_add(object, "required", array);
	return object;
}

/* That @key is there, and is @value unless that is NULL. */
static struct json_object *has(const char *key, struct json_object *value)
{
	const char *const needs[] = { key, NULL };
	struct json_object *object = required(needs, 1);

	if (value) {
		struct json_object *properties = json_object_new_object();
		struct json_object *constant = json_object_new_object();

		json_object_object_add(constant, "const", value);
		json_object_object_add(properties, key, constant);
		json_object_object_add(object, "properties", properties);
	}
	return object;
}

static struct json_object *conditional(const struct rule *rule)
{
	struct json_object *object = json_object_new_object();
	struct json_object *then = required(rule->needs, G_N_ELEMENTS(rule->needs));

	if (!rule->key) {
		json_object_put(object);
		return then;
	}
	json_object_object_add(object, "if",
			       has(rule->key, rule->value ? json_object_new_string(rule->value) :
							    NULL));
	if (rule->unless) {
		struct json_object *either = json_object_new_object();
		struct json_object *array = json_object_new_array();

		json_object_array_add(array, has(rule->unless, json_object_new_boolean(true)));
		json_object_array_add(array, then);
		json_object_object_add(either, "anyOf", array);
		then = either;
	}
	json_object_object_add(object, "then", then);
	return object;
}

static struct json_object *definition(const struct shape *shape, bool is_hints)
{
	struct json_object *object = texts("type", "object", NULL);
	struct json_object *properties = json_object_new_object();
	const struct rule *rule = shape->rules;

	add_properties(properties, shape->keys, is_hints);
	json_object_object_add(object, "properties", properties);
	json_object_object_add(object, "additionalProperties", json_object_new_boolean(false));
	if (rule->message) {
		struct json_object *all = json_object_new_array();

		for (; rule->message; rule++)
			json_object_array_add(all, conditional(rule));
		json_object_object_add(object, "allOf", all);
	}
	return object;
}

/* A section whose entries are what @entry says. */
static struct json_object *section_value(const struct section *section, struct json_object *entry)
{
	struct json_object *object, *patterns;

	switch (section->type) {
	case SECTION_NAMED:
		return mapping(NAME, entry);
	case SECTION_MEMBERS:
		object = mapping(RECORD, mapping(MEMBER, json_object_get(entry)));
		patterns = json_object_object_get(object, "patternProperties");
		json_object_object_add(patterns, "^" RECORD "[.]" MEMBER "$", entry);
		return object;
	case SECTION_LIST:
		json_object_put(entry);
		object = texts("type", "array", NULL);
		json_object_object_add(object, "items",
				       texts("type", "string", "pattern", "^" NAME "$", NULL));
		return object;
	}
	return NULL;
}

/*
 * Facts have a source: the document names one, or every entry does. The latter, said of
 * the sections once more.
 */
static struct json_object *sources(void)
{
	struct json_object *object = json_object_new_object();
	struct json_object *either = json_object_new_array();
	struct json_object *entries = json_object_new_object();
	struct json_object *properties = json_object_new_object();
	const struct section *section;

	for (section = knowledge_fact_sections; section->name; section++) {
		if (section->type != SECTION_LIST)
			json_object_object_add(properties, section->name,
					       section_value(section, has("source", NULL)));
	}
	json_object_object_add(entries, "properties", properties);
	json_object_array_add(either, has("source", NULL));
	json_object_array_add(either, entries);
	json_object_object_add(object, "anyOf", either);
	return object;
}

static void add_sections(struct json_object *properties, const struct section *section)
{
	for (; section->name; section++) {
		struct json_object *entry = section->shape == SHAPES ? NULL :
			reference(knowledge_shapes[section->shape].name);
		struct json_object *value = section_value(section, entry);

		json_object_object_add(value, "description",
				       json_object_new_string(section->help));
		json_object_object_add(properties, section->name, value);
	}
}

static struct json_object *definitions(bool is_hints)
{
	struct json_object *object = json_object_new_object();
	size_t i;

	for (i = 0; i < SHAPES; i++) {
		if (i != SHAPE_HEAD && (is_hints || i != SHAPE_HINT))
			json_object_object_add(object, knowledge_shapes[i].name,
					       definition(&knowledge_shapes[i], is_hints));
	}
	return object;
}

/* A mapping of hints may be without an answer yet: "args:", and nothing below it. */
static void allow_null(struct json_object *node)
{
	struct json_object *type;
	size_t i;

	if (json_object_is_type(node, json_type_array)) {
		for (i = 0; i < json_object_array_length(node); i++)
			allow_null(json_object_array_get_idx(node, i));
		return;
	}
	if (!json_object_is_type(node, json_type_object))
		return;
	if (json_object_object_get_ex(node, "type", &type) &&
	    json_object_is_type(type, json_type_string) &&
	    !strcmp(json_object_get_string(type), "object"))
		json_object_object_add(node, "type", list("object", "null"));
	json_object_object_foreach(node, key, value) {
		(void)key;
		allow_null(value);
	}
}

static struct json_object *schema(bool is_hints)
{
	struct json_object *root = texts("$schema", "http://json-schema.org/draft-07/schema#",
					 "title", is_hints ? "mdrv: hints about a driver" :
					 "mdrv: facts about the kernel", "$comment",
					 is_hints ? "Made by: mdrv schema hints" :
					 "Made by: mdrv schema facts", NULL);
	struct json_object *properties = json_object_new_object();

	/* A document may be empty. */
	json_object_object_add(root, "type", list("object", "null"));
	if (!is_hints)
		add_properties(properties, knowledge_shapes[SHAPE_HEAD].keys, false);
	add_sections(properties, is_hints ? knowledge_hint_sections : knowledge_fact_sections);
	json_object_object_add(root, "properties", properties);
	json_object_object_add(root, "additionalProperties", json_object_new_boolean(false));
	if (!is_hints) {
		struct json_object *all = json_object_new_array();

		json_object_array_add(all, sources());
		json_object_object_add(root, "allOf", all);
	}
	json_object_object_add(root, "definitions", definitions(is_hints));
	if (is_hints)
		allow_null(root);
	return root;
}

bool knowledge_print_schema(FILE *to, bool is_hints)
{
	struct json_object *root = schema(is_hints);
	bool ok;

	ok = fprintf(to, "%s\n", json_object_to_json_string_ext(root, JSON_C_TO_STRING_PRETTY |
							    JSON_C_TO_STRING_NOSLASHESCAPE)) > 0;
	json_object_put(root);
	return ok;
}
