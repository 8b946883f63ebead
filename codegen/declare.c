// SPDX-License-Identifier: GPL-2.0-or-later
/* C declarations and expressions from what the model holds as text. */
#include <string.h>

#include "internal.h"
#include "mdrv_plan.h"

/* Past qualifiers and blanks at @p. */
static const char *skip_qualifiers(const char *p)
{
	static const char *const words[] = { "const", "volatile", "restrict", "__restrict" };

	for (;;) {
		gsize i;

		p += strspn(p, " *");
		for (i = 0; i < G_N_ELEMENTS(words); i++) {
			gsize length = strlen(words[i]);

			if (!strncmp(p, words[i], length) &&
			    !(g_ascii_isalnum(p[length]) || p[length] == '_'))
				break;
		}
		if (i == G_N_ELEMENTS(words))
			return p;
		p += strlen(words[i]);
	}
}

/*
 * Where a name goes in the spelling of a type that has its declarator inside:
 * "int (*const)(u32)", and, within, "int (*(*)(void))(u32)". NULL: it has none.
 */
static const char *hole_of(const char *type)
{
	const char *hole = strstr(type, "(*");

	while (hole) {
		const char *next = skip_qualifiers(hole + 1);

		if (strncmp(next, "(*", 2))
			return next;
		hole = next;
	}
	return NULL;
}

/* "int (*)(void)" and "x" -> "int (*x)(void)"; "u8[6]" -> "u8 x[6]". */
char *declare(const char *type, const char *name)
{
	const char *hole = hole_of(type);
	const char *bracket = strchr(type, '[');
	gsize length = strlen(type);

	if (g_str_has_prefix(type, "typeof") || g_str_has_prefix(type, "__typeof"))
		return g_strdup_printf("%s %s", type, name);
	if (hole)
		return g_strdup_printf("%.*s%s%s%s", (int)(hole - type), type,
				       hole[-1] == '*' ? "" : " ", name, hole);
	if (bracket)
		return g_strdup_printf("%.*s %s%s", (int)(bracket - type), type, name, bracket);
	return g_strdup_printf("%s%s%s", type, length && type[length - 1] == '*' ? "" : " ",
			       name);
}

char *declare_function(const struct function *function, const char *name)
{
	g_autofree char *params = declare_params(function);
	g_autofree char *declarator = g_strdup_printf("%s(%s)", name, params);

	return declare(function->type->elem->spelling, declarator);
}

/* A local for the result; one that may be set, whatever the function promises. */
char *declare_result(const struct function *function, const char *name)
{
	const struct type *type = function->type->elem;
	const char *spelling = type->spelling;
	g_autofree char *plain = NULL;

	if (type->is_const && type->kind != TYPE_POINTER && g_str_has_prefix(spelling, "const "))
		spelling += strlen("const ");
	else if (type->is_const && type->kind != TYPE_RECORD)
		spelling = plain = g_strdup_printf("typeof((typeof(%s))0)", spelling);
	return declare(spelling, name);
}

char *declare_params(const struct function *function)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < function->params->len; i++) {
		const struct parameter *param = function->params->pdata[i];
		g_autofree char *text = declare(param->type->spelling, param->name);

		emit(out, "%s%s", i ? ", " : "", text);
	}
	if (!function->params->len)
		g_string_append(out, "void");
	else if (function->type->variadic)
		g_string_append(out, ", ...");
	return g_string_free(out, FALSE);
}

char *call_args(const struct function *function)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < function->params->len; i++) {
		const struct parameter *param = function->params->pdata[i];

		emit(out, "%s%s", i ? ", " : "", param->name);
	}
	return g_string_free(out, FALSE);
}

/* In a body of the driver's: a parameter without a name has no use and no value. */
char *forward_args(const struct function *function)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < function->params->len; i++) {
		const struct parameter *param = function->params->pdata[i];

		emit(out, "%s%s", i ? ", " : "", param->unnamed ? "0" : param->name);
	}
	return g_string_free(out, FALSE);
}

bool never_returns(const struct function *function)
{
	return function->type->spelling && strstr(function->type->spelling, "noreturn");
}

static bool spellable(const struct type *type)
{
	return !strstr(type->spelling, "unnamed") && !strstr(type->spelling, "anonymous");
}

bool declarable(const struct function *function)
{
	if (!spellable(function->type->elem))
		return false;
	for (guint i = 0; i < function->params->len; i++) {
		const struct parameter *param = function->params->pdata[i];

		if (!spellable(param->type))
			return false;
	}
	return true;
}

char *expand_fact(const char *text, const struct function *function, const char *result)
{
	GString *out = g_string_new(NULL);

	for (const char *p = text; *p; p++) {
		char *end;
		guint64 n;

		if (p[0] == '$' && p[1] == 'r') {
			g_string_append(out, result);
			p++;
			continue;
		}
		if (p[0] != '$' || !g_ascii_isdigit(p[1])) {
			g_string_append_c(out, *p);
			continue;
		}
		n = g_ascii_strtoull(p + 1, &end, 10);
		if (n < function->params->len)
			g_string_append(out, ((struct parameter *)
					      function->params->pdata[n])->name);
		else
			g_string_append_c(out, '0');
		p = end - 1;
	}
	return g_string_free(out, FALSE);
}

GPtrArray *wire_order(const struct crossing *crossing)
{
	GPtrArray *order = g_ptr_array_new();

	for (int buffers = 0; buffers < 2; buffers++) {
		for (guint i = 0; i < crossing->params->len; i++) {
			struct pass *pass = crossing->params->pdata[i];

			if ((pass->kind == PASS_BUF) == buffers)
				g_ptr_array_add(order, pass);
		}
	}
	return order;
}

const char *record_macro(const struct plan *plan, unsigned int record, char *buf, gsize size)
{
	if (record == MDRV_REC_VOID)
		return "MDRV_REC_VOID";
	if (record == MDRV_REC_BYTES)
		return "MDRV_REC_BYTES";
	g_snprintf(buf, size, "MDRV_REC_%s",
		   ((struct wire_record *)plan->records->pdata[record - 1])->ident);
	return buf;
}

const struct source *source_at(const struct plan *plan, const char *path)
{
	const struct source *source = model_source(plan->model, path);

	if (!source)
		return plan->model->sources->pdata[0];
	return source->unit ? source->unit : source;
}

const char *short_path(const struct plan *plan, const char *file)
{
	gsize length = strlen(plan->model->directory);
	const char *include;

	if (!file)
		return "";
	if (!strncmp(file, plan->model->directory, length) && file[length] == '/')
		return file + length + 1;
	include = strstr(file, "/include/");
	return include ? include + 1 : file;
}

void emit_banner(GString *to, const struct plan *plan, enum side side, const char *what)
{
	emit(to, "/* SPDX-License-Identifier: %s */\n",
	     side == KERNEL_HALF ? "GPL-2.0-only" : "GPL-2.0-or-later");
	emit(to, "/*\n * %s half of %s: %s\n", side == KERNEL_HALF ? "Kernel" : "User",
	     plan->model->module, what);
	emit(to, " * Generated by mdrv %s for Linux %s. Do not edit: run mdrv split again.\n */\n",
	     MDRV_VERSION, plan->model->release ? plan->model->release : "?");
}

void emit_late_includes(GString *to, const struct source *source)
{
	if (source->late->len)
		emit(to, "/* The source includes these further down, where it is too late. */\n");
	for (guint i = 0; i < source->late->len; i++)
		emit(to, "#include %s\n", (const char *)source->late->pdata[i]);
}
