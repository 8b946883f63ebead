// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The driver's text with sections: each as a function in front of the one it is taken out
 * of, where every name of its text means the same, and a call in its place. #line keeps
 * places in the source what they were.
 */
#include <string.h>

#include "section.h"

static void declare(GString *to, const struct parameter *variable, const char *before,
		    const char *star, const char *suffix)
{
	const char *spelling = variable->type->spelling;

	g_string_append_printf(to, "%s%s%s%s%s%s", before, spelling,
			       g_str_has_suffix(spelling, "*") ? "" : " ", star, variable->name,
			       suffix);
}

/* A variable of the section's own; of an array the brackets come last. */
static void declare_local(GString *to, const struct parameter *variable)
{
	const struct type *type = variable->type;

	if (type->kind == TYPE_ARRAY)
		g_string_append_printf(to, "\t%s %s[%" G_GUINT64_FORMAT "];\n",
				       type->elem->spelling, variable->name, type->count);
	else
		declare(to, variable, "\t", "", ";\n");
}

static bool gives_result(const struct section *section)
{
	bool returns = false;

	for (guint i = 0; i < section->exits->len; i++)
		returns |= ((struct part *)section->exits->pdata[i])->kind == PART_RETURN;
	return returns && section->function->type->elem->kind != TYPE_VOID;
}

static void write_params(GString *to, const struct section *section)
{
	const char *separator = "";

	for (guint i = 0; i < section->inputs->len; i++) {
		declare(to, section->inputs->pdata[i], separator, "", "");
		separator = ", ";
	}
	for (guint i = 0; i < section->outputs->len; i++) {
		declare(to, section->outputs->pdata[i], separator, "*", "_out");
		separator = ", ";
	}
	if (gives_result(section)) {
		g_string_append_printf(to, "%s%s *mdrv_result_out", separator,
				       section->function->type->elem->spelling);
		separator = ", ";
	}
	if (!*separator)
		g_string_append(to, "void");
}

static void write_call(GString *to, const struct section *section)
{
	const char *separator = "";

	if (gives_result(section))
		g_string_append_printf(to, "%s mdrv_result = 0; ",
				       section->function->type->elem->spelling);
	if (section->exits->len)
		g_string_append(to, "int mdrv_exit = ");
	if (section->result)
		g_string_append_printf(to, "%s = ", section->result->name);
	g_string_append_printf(to, "%s(", section->name);
	for (guint i = 0; i < section->inputs->len; i++) {
		const struct parameter *variable = section->inputs->pdata[i];

		g_string_append_printf(to, "%s%s", separator, variable->name);
		separator = ", ";
	}
	for (guint i = 0; i < section->outputs->len; i++) {
		const struct parameter *variable = section->outputs->pdata[i];

		g_string_append_printf(to, "%s&%s", separator, variable->name);
		separator = ", ";
	}
	if (gives_result(section))
		g_string_append_printf(to, "%s&mdrv_result", separator);
	g_string_append(to, section->first->statement ? ");" : ")");
}

/* What the caller does about an exit. */
static void write_jump(GString *to, const struct section *section, const struct part *exit)
{
	g_string_append_printf(to, " if (mdrv_exit == %u) ", section_exit(section, exit));
	if (exit->kind == PART_GOTO)
		g_string_append_printf(to, "goto %s;", exit->label);
	else if (exit->kind == PART_RETURN)
		g_string_append(to, gives_result(section) ? "return mdrv_result;" : "return;");
	else
		g_string_append(to, exit->kind == PART_BREAK ? "break;" : "continue;");
}

static void write_place(GString *to, const struct section *section)
{
	unsigned int done = 0;

	if (!section->exits->len) {
		write_call(to, section);
		return;
	}
	g_string_append(to, "{ ");
	write_call(to, section);
	for (guint i = 0; i < section->exits->len; i++) {
		const struct part *exit = section->exits->pdata[i];
		unsigned int number = MIN(section_exit(section, exit), 31);

		if (!(done & 1u << number))
			write_jump(to, section, exit);
		done |= number < 31 ? 1u << number : 0;
	}
	g_string_append(to, " }");
}

/* What stands before @at on its line, as blanks: columns stay what they are. */
static void write_indent(GString *to, const char *text, unsigned int at)
{
	unsigned int line = at;

	while (line > 0 && text[line - 1] != '\n')
		line--;
	for (; line < at; line++)
		g_string_append_c(to, text[line] == '\t' ? '\t' : ' ');
}

static void write_head(GString *to, const struct section *section)
{
	const struct type *type = section->result ? section->result->type :
		section->first->statement ? NULL : section->first->type;
	const char *spelling = section->exits->len ? "int" : type ? type->spelling : "void";

	g_string_append_printf(to, "/* Runs in the kernel for %s(). */\nstatic %s%s%s(",
			       section->function->name, spelling,
			       g_str_has_suffix(spelling, "*") ? "" : " ", section->name);
	write_params(to, section);
	g_string_append(to, ")\n{\n");
	for (guint i = 0; i < section->locals->len; i++)
		declare_local(to, section->locals->pdata[i]);
	for (guint i = 0; i < section->outputs->len; i++) {
		const struct parameter *variable = section->outputs->pdata[i];

		declare(to, variable, "\t", "", "");
		g_string_append_printf(to, " = *%s_out;\n", variable->name);
	}
	if (gives_result(section))
		g_string_append_printf(to, "\t%s mdrv_result = 0;\n",
				       section->function->type->elem->spelling);
	if (section->exits->len)
		g_string_append(to, "\tint mdrv_exit = 0;\n");
	if (!section->first->statement)
		g_string_append_printf(to, "\t%s%smdrv_value;\n", spelling,
				       g_str_has_suffix(spelling, "*") ? "" : " ");
}

static gint by_begin(gconstpointer a, gconstpointer b)
{
	const struct part *x = *(struct part *const *)a, *y = *(struct part *const *)b;

	return x->begin < y->begin ? -1 : x->begin > y->begin;
}

/* The original text, but for where it is left. */
static void write_text(GString *to, const struct section *section, const char *text)
{
	unsigned int at = section->first->begin;

	g_ptr_array_sort(section->exits, by_begin);
	for (guint i = 0; i < section->exits->len; i++) {
		const struct part *exit = section->exits->pdata[i];
		const struct part *value = exit->parts->len ? exit->parts->pdata[0] : NULL;

		g_string_append_len(to, text + at, exit->begin - at);
		g_string_append(to, "{ ");
		if (value && gives_result(section))
			g_string_append_printf(to, "mdrv_result = %.*s; ",
					       (int)(value->end - value->begin),
					       text + value->begin);
		g_string_append_printf(to, "mdrv_exit = %u; goto mdrv_out; }",
				       section_exit(section, exit));
		at = exit->end;
	}
	g_string_append_len(to, text + at, section->last->end - at);
}

/* What a section gives back that finds nothing to call. */
static const char *nothing(const struct section *section)
{
	const struct type *type = section->result ? section->result->type :
		section->first->statement ? NULL : section->first->type;

	if (section->exits->len)
		return " 0";
	return !type ? "" : type->kind == TYPE_POINTER ? " NULL" : " 0";
}

static void write_section(GString *to, const struct section *section, const char *text)
{
	unsigned int begin = section->first->begin;
	unsigned int looks = section->paths ? section->paths->len : 0; /* of two lines each */
	unsigned int head = 4 + section->locals->len + section->outputs->len + 2 * looks +
			    gives_result(section) + (section->exits->len > 0);

	g_string_append_printf(to, "#line %u\n", MAX(section->first->line, head) - head + 1);
	write_head(to, section);
	for (unsigned int i = 0; i < looks; i++)
		section_write_guard(to, section->paths->pdata[i], nothing(section));
	if (!section->first->statement)
		g_string_append(to, "\tmdrv_value =\n");
	g_string_append_printf(to, "#line %u\n", section->first->line);
	write_indent(to, text, begin);
	write_text(to, section, text);
	g_string_append(to, section->first->statement ? "\n" : ";\n");
	if (section->exits->len)
		g_string_append(to, "mdrv_out:\n");
	for (guint i = 0; i < section->outputs->len; i++) {
		const struct parameter *variable = section->outputs->pdata[i];

		g_string_append_printf(to, "\t*%s_out = %s;\n", variable->name, variable->name);
	}
	if (gives_result(section))
		g_string_append(to, "\t*mdrv_result_out = mdrv_result;\n");
	if (section->exits->len)
		g_string_append(to, "\treturn mdrv_exit;\n");
	else if (!section->first->statement)
		g_string_append(to, "\treturn mdrv_value;\n");
	else if (section->result)
		g_string_append_printf(to, "\treturn %s;\n", section->result->name);
	g_string_append(to, "}\n\n");
}

static unsigned int line_at(const char *text, unsigned int offset)
{
	unsigned int line = 1;

	for (unsigned int i = 0; i < offset; i++)
		line += text[i] == '\n';
	return line;
}

static unsigned int line_begin(const char *text, unsigned int at)
{
	while (at > 0 && text[at - 1] != '\n')
		at--;
	return at;
}

/* Where the comment begins that is all that stands before @end on its lines; or @end. */
static unsigned int skip_comment(const char *text, unsigned int end)
{
	const char *comment = end >= 4 && !strncmp(text + end - 2, "*/", 2) ?
		g_strrstr_len(text, end - 2, "/*") : NULL;

	return comment && (comment == text || comment[-1] == '\n') ? comment - text : end;
}

static unsigned int skip_blank(const char *text, unsigned int end)
{
	while (end > 0 && g_ascii_isspace(text[end - 1]))
		end--;
	return end;
}

unsigned int section_place(const char *text, const struct function *function)
{
	unsigned int at = line_begin(text, function->begin), end = skip_blank(text, at);
	unsigned int comment = skip_comment(text, end);

	return comment < end ? comment : at;
}

bool section_fits_before(const char *text, const struct function *function)
{
	unsigned int begin = line_begin(text, function->begin);
	unsigned int end = skip_blank(text, section_place(text, function)), line;

	for (line = begin; line < function->begin; line++)
		if (!g_ascii_isspace(text[line]))
			return false;
	while (skip_comment(text, end) < end)
		end = skip_blank(text, skip_comment(text, end));
	/* after a declaration, a trailing comment or a directive */
	line = line_begin(text, end);
	return !end || strchr(";}", text[end - 1]) || text[line] == '#' ||
	       (end > 1 && !strncmp(text + end - 2, "*/", 2) && strchr("/;}", text[end - 1]));
}

/* The sections of one function, then the function with calls in their places. */
static unsigned int write_function(GString *to, const char *text,
				   GPtrArray *sections, guint *index, unsigned int from)
{
	const struct function *function = ((struct section *)sections->pdata[*index])->function;
	unsigned int at = section_place(text, function);
	guint i;

	g_string_append_len(to, text + from, at - from);
	for (i = *index; i < sections->len &&
	     ((struct section *)sections->pdata[i])->function == function; i++)
		write_section(to, sections->pdata[i], text);
	g_string_append_printf(to, "#line %u\n", line_at(text, at));
	for (; *index < i; (*index)++) {
		const struct section *section = sections->pdata[*index];

		g_string_append_len(to, text + at, section->first->begin - at);
		write_place(to, section);
		at = section->last->end;
		for (unsigned int j = section->first->begin; j < at; j++)
			if (text[j] == '\n')
				g_string_append_c(to, '\n');
	}
	return at;
}

static gint by_place(gconstpointer a, gconstpointer b)
{
	const struct section *x = *(struct section *const *)a;
	const struct section *y = *(struct section *const *)b;

	return x->first->begin < y->first->begin ? -1 : x->first->begin > y->first->begin;
}

GHashTable *sections_write(const struct model *model, GPtrArray *sections)
{
	GHashTable *texts = g_hash_table_new_full(NULL, NULL, NULL, g_free);

	for (guint i = 0; i < model->sources->len; i++) {
		struct source *source = model->sources->pdata[i];
		g_autoptr(GPtrArray) here = g_ptr_array_new();
		GString *text;
		const char *original = source->original ? source->original : source->text;
		unsigned int at = 0;

		for (guint j = 0; j < sections->len; j++) {
			struct section *section = sections->pdata[j];

			if (section->function->file == source->path)
				g_ptr_array_add(here, section);
		}
		if (!here->len)
			continue;
		g_ptr_array_sort(here, by_place);
		text = g_string_new(NULL);
		for (guint j = 0; j < here->len;)
			at = write_function(text, original, here, &j, at);
		g_string_append(text, original + at);
		g_hash_table_insert(texts, source, g_string_free(text, FALSE));
	}
	return texts;
}

struct function *section_around(const struct model *model, const struct section *section)
{
	for (guint i = 0; i < model->functions->len; i++) {
		struct function *function = model->functions->pdata[i];

		if (function->defined && !g_strcmp0(function->file, section->function->file) &&
		    !strcmp(function->name, section->function->name))
			return function;
	}
	return NULL;
}

void sections_mark(const struct model *model, GPtrArray *sections)
{
	for (guint i = 0; i < sections->len; i++) {
		const struct section *section = sections->pdata[i];
		struct function *function = model_function(model, section->name);
		struct function *around = section_around(model, section);

		if (!function || !around)
			continue;
		function->section_of = around;
		function->lines = section->last->line + section->last->lines - section->first->line;
		around->lines -= MIN(function->lines, around->lines);
	}
}
