// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A plan.json, which somebody may have cut short, edited or made with another mdrv: it is
 * held against a table of what has to be there, and an error says where in the text it is.
 */
#include <errno.h>
#include <glib.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "diag.h"
#include "plan_file.h"

enum { SCHEMA = 1 };

/* A member that an object has to have. */
struct shape {
	const char *key;
	enum json_type type;
	const struct shape *members;	/* of each object in an array; NULL: of strings */
};

static const struct shape name_shape[] = { { "name", json_type_string, NULL }, { 0 } };
static const struct shape reason_shape[] = {
	{ "kind", json_type_string, NULL },
	{ "text", json_type_string, NULL },
	{ 0 }
};
static const struct shape function_shape[] = {
	{ "name", json_type_string, NULL },
	{ "at", json_type_object, NULL },
	{ "lines", json_type_int, NULL },
	{ "domain", json_type_string, NULL },
	{ "reasons", json_type_array, reason_shape },
	{ 0 }
};
static const struct shape upcall_shape[] = {
	{ "name", json_type_string, NULL },
	{ "allowed", json_type_array, NULL },
	{ "must", json_type_array, NULL },
	{ 0 }
};
static const struct shape field_shape[] = {
	{ "path", json_type_string, NULL },
	{ "private", json_type_boolean, NULL },
	{ 0 }
};
static const struct shape record_shape[] = {
	{ "name", json_type_string, NULL },
	{ "fields", json_type_array, field_shape },
	{ 0 }
};
static const struct shape plan_shape[] = {
	{ "schema", json_type_int, NULL },
	{ "driver", json_type_string, NULL },
	{ "release", json_type_string, NULL },
	{ "hash", json_type_string, NULL },
	{ "functions", json_type_array, function_shape },
	{ "upcalls", json_type_array, upcall_shape },
	{ "downcalls", json_type_array, name_shape },
	{ "records", json_type_array, record_shape },
	{ "globals", json_type_array, NULL },
	{ "pointers", json_type_array, NULL },
	{ "traps", json_type_array, NULL },
	{ "ambiguities", json_type_array, reason_shape },
	{ "assumptions", json_type_array, reason_shape },
	{ "hints_used", json_type_int, NULL },
	{ "hints_total", json_type_int, NULL },
	{ 0 }
};

/* The way into a value: a member of an object, or of an array if @key is NULL. */
struct step {
	const struct step *above;	/* NULL: of the whole plan */
	const char *key;
	size_t index;
};

/* These walk over text that has been parsed, and stay in it whatever they are given. */
static const char *skip_space(const char *p)
{
	return p + strspn(p, " \t\r\n");
}

/* Past the character at @p, and space. */
static const char *skip_one(const char *p)
{
	return skip_space(*p ? p + 1 : p);
}

static const char *skip_string(const char *p)
{
	for (p++; *p && *p != '"'; p++)
		if (*p == '\\' && p[1])
			p++;
	return *p ? p + 1 : p;
}

static const char *skip_value(const char *p)
{
	int depth = 0;

	do {
		if (*p == '"') {
			p = skip_string(p);
			continue;
		}
		depth += *p == '{' || *p == '[';
		depth -= *p == '}' || *p == ']';
		p++;
	} while (*p && (depth || !strchr(",]} \t\r\n", *p)));
	return p;
}

/* Where a value stands in @text; of a member that is missing, the end of what should have it. */
static const char *find(const char *text, const struct step *step)
{
	const char *p = skip_space(text), *name;
	size_t index = 0;

	if (!step)
		return p;
	p = skip_one(find(text, step->above));
	for (; *p && *p != '}' && *p != ']'; index++) {
		bool found = !step->key && index == step->index;

		if (step->key) {
			name = p + 1;
			p = skip_string(p);
			found = strlen(step->key) == (size_t)(p - name - 1) &&
				g_str_has_prefix(name, step->key);
			p = skip_one(skip_space(p));
		}
		if (found)
			return p;
		p = skip_space(skip_value(p));
		if (*p == ',')
			p = skip_one(p);
	}
	return p;
}

struct plan_text {
	const char *path;
	char *text;
	gsize size;
};

static struct location location_of(const struct plan_text *file, const char *place)
{
	struct location at = { .file = file->path, .line = 1, .column = 1 };

	for (const char *p = file->text; p < place; p++) {
		at.column++;
		if (*p == '\n') {
			at.line++;
			at.column = 1;
		}
	}
	return at;
}

/* "functions[3].reasons" */
static char *name_of(const struct step *step)
{
	g_autofree char *above = step->above ? name_of(step->above) : g_strdup("");

	if (!step->key)
		return g_strdup_printf("%s[%zu]", above, step->index);
	return g_strdup_printf("%s%s%s", above, *above ? "." : "", step->key);
}

static bool is_wrong(const struct plan_text *file, const struct step *step, const char *what)
{
	struct location at = location_of(file, find(file->text, step));
	g_autofree char *name = name_of(step);

	diag_error(&at, "no plan: \"%s\" %s; split the driver anew with mdrv split", name, what);
	return false;
}

static bool check_type(const struct plan_text *file, const struct step *step,
		       struct json_object *value, enum json_type type)
{
	g_autofree char *what = g_strdup_printf("is not of type %s", json_type_to_name(type));

	return json_object_is_type(value, type) || is_wrong(file, step, what);
}

static bool check_object(const struct plan_text *file, const struct step *above,
			 struct json_object *object, const struct shape *shape);

static bool check_array(const struct plan_text *file, const struct step *above,
			struct json_object *array, const struct shape *members)
{
	enum json_type type = members ? json_type_object : json_type_string;
	bool ok = true;

	for (size_t i = 0; ok && i < json_object_array_length(array); i++) {
		struct json_object *member = json_object_array_get_idx(array, i);
		struct step step = { .above = above, .index = i };

		ok = check_type(file, &step, member, type) &&
		     (!members || check_object(file, &step, member, members));
	}
	return ok;
}

static bool check_object(const struct plan_text *file, const struct step *above,
			 struct json_object *object, const struct shape *shape)
{
	bool ok = true;

	for (; ok && shape->key; shape++) {
		struct step step = { .above = above, .key = shape->key };
		struct json_object *value;

		if (!json_object_object_get_ex(object, shape->key, &value))
			return is_wrong(file, &step, "is missing");
		ok = check_type(file, &step, value, shape->type) &&
		     (shape->type != json_type_array ||
		      check_array(file, &step, value, shape->members));
	}
	return ok;
}

/* Before all else: what a later schema has is not wrong. */
static bool check_schema(const struct plan_text *file, struct json_object *plan)
{
	const struct step step = { .key = "schema" };
	struct json_object *schema;
	struct location at;

	if (!json_object_object_get_ex(plan, "schema", &schema) ||
	    !json_object_is_type(schema, json_type_int) || json_object_get_int(schema) == SCHEMA)
		return true;	/* or another check says it */
	at = location_of(file, find(file->text, &step));
	diag_error(&at, "a plan of schema %" PRId64 ", and this mdrv reads %d; split the driver "
		   "anew with this one", json_object_get_int64(schema), SCHEMA);
	return false;
}

static struct json_object *parse(const struct plan_text *file)
{
	static const char fix[] = "name the plan.json of an OUT that mdrv split wrote";
	struct json_tokener *tokener = json_tokener_new();
	enum json_tokener_error error = json_tokener_error_size;
	struct json_object *plan = NULL;
	struct location at;

	json_tokener_set_flags(tokener, JSON_TOKENER_STRICT);
	if (file->size < G_MAXINT) {
		/* with the NUL behind it, so that a text that ends too early is an error */
		plan = json_tokener_parse_ex(tokener, file->text, file->size + 1);
		error = json_tokener_get_error(tokener);
	}
	at = location_of(file, file->text + (error ? json_tokener_get_parse_end(tokener) : 0));
	if (error == json_tokener_error_parse_eof)
		diag_error(&at, "no JSON: it ends too early; %s", fix);
	else if (error)
		diag_error(&at, "no JSON: %s; %s", json_tokener_error_desc(error), fix);
	else if (!json_object_is_type(plan, json_type_object))
		diag_error(&at, "no plan: it is no object; %s", fix);
	json_tokener_free(tokener);
	if (json_object_is_type(plan, json_type_object))
		return plan;
	json_object_put(plan);
	return NULL;
}

struct json_object *plan_file_read(const char *path)
{
	bool is_out = g_file_test(path, G_FILE_TEST_IS_DIR);
	g_autofree char *name = is_out ? g_build_filename(path, "plan.json", NULL) :
					 g_strdup(path);
	struct plan_text file = { .path = name };
	struct json_object *plan = NULL;
	g_autoptr(GError) error = NULL;

	if (g_file_get_contents(name, &file.text, &file.size, &error))
		plan = parse(&file);
	else
		diag_error(&(struct location){ .file = name }, "%s; name an OUT that mdrv split "
			   "wrote, or its plan.json",
			   access(name, R_OK) ? g_strerror(errno) : error->message);
	if (plan && (!check_schema(&file, plan) || !check_object(&file, NULL, plan, plan_shape)))
		g_clear_pointer(&plan, json_object_put);
	g_free(file.text);
	return plan;
}
