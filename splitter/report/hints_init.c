// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * mdrv hints --init: the ambiguities of a partition as questions, by the place in a
 * hints file where the answer goes. Which place that is stands in the hint that the
 * analysis suggests; which answers there are comes from the types in question.
 */
#include <string.h>
#include <yaml.h>

#include "diag.h"
#include "hints_init.h"
#include "output.h"
#include "targets.h"

enum { LENGTHS_MAX = 4, CALLEES_MAX = 8 };

/* One place in a hints file that could hold an answer. */
struct question {
	const struct model *model;
	char *section;		/* "functions", "kernel", "fields" */
	char *name;		/* of the function or record */
	char *key;		/* "context", a field, or with @is_arg the argument */
	bool is_arg;
	GPtrArray *reasons;	/* const struct reason * that it would settle */
	GPtrArray *answers;	/* char *: "value", or "value  # remark" */
};

static void question_free(gpointer data)
{
	struct question *question = data;

	g_free(question->section);
	g_free(question->name);
	g_free(question->key);
	g_ptr_array_unref(question->reasons);
	g_ptr_array_unref(question->answers);
	g_free(question);
}

static void answer(struct question *question, const char *format, ...) G_GNUC_PRINTF(2, 3);

static void answer(struct question *question, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	g_ptr_array_add(question->answers, g_strdup_vprintf(format, ap));
	va_end(ap);
}

/* The only pair of a mapping: its key and value; false for anything else. */
static bool only_pair(yaml_document_t *doc, yaml_node_t *node, char **key, yaml_node_t **value)
{
	yaml_node_pair_t *pair;
	yaml_node_t *name;

	if (!node || node->type != YAML_MAPPING_NODE ||
	    node->data.mapping.pairs.top - node->data.mapping.pairs.start != 1)
		return false;
	pair = node->data.mapping.pairs.start;
	name = yaml_document_get_node(doc, pair->key);
	if (name->type != YAML_SCALAR_NODE)
		return false;
	g_free(*key);
	*key = g_strdup((const char *)name->data.scalar.value);
	*value = yaml_document_get_node(doc, pair->value);
	return true;
}

static bool find_place(yaml_document_t *doc, struct question *question)
{
	yaml_node_t *node = yaml_document_get_root_node(doc);

	if (!only_pair(doc, node, &question->section, &node) ||
	    !only_pair(doc, node, &question->name, &node) ||
	    !only_pair(doc, node, &question->key, &node))
		return false;
	question->is_arg = !strcmp(question->key, "args");
	return !question->is_arg || only_pair(doc, node, &question->key, &node);
}

/* Where the suggested hint goes: "functions: {open: {args: {1: {...}}}}". */
static struct question *question_new(const struct model *model, const struct reason *reason)
{
	struct question *question = g_new0(struct question, 1);
	yaml_parser_t parser;
	yaml_document_t doc;
	bool ok = false;

	question->model = model;
	question->reasons = g_ptr_array_new();
	question->answers = g_ptr_array_new_with_free_func(g_free);
	yaml_parser_initialize(&parser);
	yaml_parser_set_input_string(&parser, (const unsigned char *)reason->hint,
				     strlen(reason->hint));
	if (yaml_parser_load(&parser, &doc)) {
		ok = find_place(&doc, question);
		yaml_document_delete(&doc);
	}
	yaml_parser_delete(&parser);
	if (ok)
		return question;
	question_free(question);
	return NULL;
}

/* The number of an argument, -1 for the result; the hint may name it. */
static int argument_number(const struct question *question, const struct function *function)
{
	guint i;

	if (!strcmp(question->key, "result"))
		return -1;
	for (i = 0; i < function->params->len; i++) {
		const struct parameter *param = function->params->pdata[i];

		if (!strcmp(param->name, question->key))
			return i;
	}
	return strtol(question->key, NULL, 10);
}

/* Bytes that other arguments count: in elements of @size bytes each. */
static void answer_lengths(struct question *question, const struct function *function,
			   int number, unsigned int size)
{
	unsigned int found = 0;
	guint i;

	for (i = 0; i < function->params->len && found < LENGTHS_MAX; i++) {
		const struct parameter *param = function->params->pdata[i];

		if ((int)i == number || param->type->kind != TYPE_INT || param->type->is_bool ||
		    g_str_has_prefix(param->type->canonical, "enum "))
			continue;
		found++;
		if (size > 1)
			answer(question, "{kind: buffer, length: $%u * %u}  # '%s' elements", i,
			       size, param->name);
		else
			answer(question, "{kind: buffer, length: $%u}  # '%s' bytes", i,
			       param->name);
	}
}

static void answer_pointer(struct question *question, const struct function *function,
			   int number, const struct type *pointee)
{
	bool sized = pointee->kind == TYPE_INT && pointee->size;
	unsigned int size = sized ? pointee->size : 1;

	if (number >= 0 && (sized || pointee->kind == TYPE_VOID)) {
		answer_lengths(question, function, number, size);
		if (sized && pointee->is_const)
			answer(question, "{kind: buffer, length: %u}  # one element, only read",
			       size);
		if (sized && !pointee->is_const) {
			answer(question, "{kind: inout, length: %u}  # one element, both ways",
			       size);
			answer(question, "{kind: out, length: %u}  # one element, only written",
			       size);
		}
	}
	if (sized && pointee->is_char)
		answer(question, "{kind: string}  # up to its NUL");
	if (pointee->kind == TYPE_VOID)
		answer(question, "{kind: object}  # an object that is tracked anyway");
	answer(question, "{kind: opaque}  # kept and handed on, never looked into there");
}

static void answer_argument(struct question *question)
{
	const struct function *function = model_function(question->model, question->name);
	const struct type *type;
	int number;

	if (!function)
		return;
	number = argument_number(question, function);
	if (number >= (int)function->params->len)
		return;
	type = number < 0 ? function->type->elem :
	       ((const struct parameter *)function->params->pdata[number])->type;
	if (type->kind == TYPE_POINTER)
		answer_pointer(question, function, number, type->elem);
}

static void answer_context(struct question *question)
{
	answer(question, "process  # it may sleep there");
	answer(question, "atomic  # under a lock, with preemption or bottom halves off");
	answer(question, "softirq");
	answer(question, "hardirq");
}

/* The kernel, or functions of the driver that have the type of the pointer. */
static void answer_targets(struct question *question, const struct reason *reason)
{
	const struct function *caller = model_function(question->model, question->name);
	guint i, j;

	answer(question, "[kernel]  # a function of the kernel or of another module");
	for (i = 0; caller && i < caller->calls->len; i++) {
		const struct call *call = caller->calls->pdata[i];

		if (call->at.line != reason->at.line || call->at.column != reason->at.column ||
		    !call->targets)
			continue;
		for (j = 0; j < MIN(call->targets->len, CALLEES_MAX); j++) {
			const struct target *target = call->targets->pdata[j];

			if (target->function->in_driver)
				answer(question, "[%s]", target->function->name);
		}
	}
}

static void answer_field(struct question *question)
{
	const struct record *record = model_record(question->model, question->name);
	const struct type *pointee = NULL;
	guint i;

	for (i = 0; record && i < record->fields->len; i++) {
		const struct field *field = record->fields->pdata[i];

		if (!strcmp(field->name, question->key) && field->type->kind == TYPE_POINTER)
			pointee = field->type->elem;
	}
	answer(question, "{kind: opaque}  # kept and handed on, never looked into there");
	if (!pointee)
		return;
	if (pointee->size)
		answer(question, "{kind: buffer, length: %u}  # bytes: one element",
		       (unsigned int)pointee->size);
	if (pointee->is_char)
		answer(question, "{kind: string}  # up to its NUL");
}

static void find_answers(struct question *question, const struct reason *reason)
{
	if (question->is_arg)
		answer_argument(question);
	else if (!strcmp(question->key, "context"))
		answer_context(question);
	else if (!strcmp(question->key, "targets"))
		answer_targets(question, reason);
	else if (!strcmp(question->section, "fields"))
		answer_field(question);
}

/* Ambiguities whose answers go to the same place are one question. */
static void ask(GPtrArray *questions, GHashTable *known, const struct model *model,
		const struct reason *reason)
{
	struct question *question = question_new(model, reason), *other;
	g_autofree char *place = NULL;

	if (!question)
		return;
	place = g_strdup_printf("%s %s %d %s", question->section, question->name, question->is_arg,
				question->key);
	other = g_hash_table_lookup(known, place);
	if (other) {
		question_free(question);
		question = other;
	} else {
		find_answers(question, reason);
		g_ptr_array_add(questions, question);
		g_hash_table_insert(known, g_steal_pointer(&place), question);
	}
	g_ptr_array_add(question->reasons, (gpointer)reason);
}

static int by_place(gconstpointer a, gconstpointer b)
{
	const struct question *left = *(struct question *const *)a;
	const struct question *right = *(struct question *const *)b;
	int order = strcmp(left->section, right->section);

	if (!order)
		order = strcmp(left->name, right->name);
	if (!order)
		order = left->is_arg - right->is_arg;
	return order ? order : strcmp(left->key, right->key);
}

static void print_question(const struct question *question, FILE *to)
{
	const char *indent = question->is_arg ? "      " : "    ";
	guint i;

	for (i = 0; i < question->reasons->len; i++) {
		const struct reason *reason = question->reasons->pdata[i];

		fprintf(to, "%s# %s:%u:%u: %s\n", indent, reason->at.file, reason->at.line,
			reason->at.column, reason->text);
	}
	fprintf(to, "%s# Assumed: %s.\n", indent,
		!strcmp(question->key, "context") ?
		"any context, interrupts among them; what it calls stays in the kernel" :
		"what needs it stays in the kernel");
	for (i = 0; i < question->answers->len; i++)
		fprintf(to, "%s#%s: %s\n", indent, question->key,
			(const char *)question->answers->pdata[i]);
	if (!question->answers->len)
		fprintf(to, "%s# No answer can be suggested; see the form in: %s\n", indent,
			((const struct reason *)question->reasons->pdata[0])->hint);
}

static void print_file(GPtrArray *questions, const struct model *model, FILE *to)
{
	const struct question *last = NULL;
	guint i;

	fprintf(to, "# Hints about %s, for mdrv --hints THIS_FILE; made by mdrv hints --init.\n"
		"#\n"
		"# Each block is a question that the analysis cannot answer: where it arose, what\n"
		"# was assumed, and answers to choose from. Take the '#' away before one of them\n"
		"# (and complete it, if need be); where nobody knows, leave the block as it is.\n"
		"# In lengths, $0, $1 ... are arguments. annotations/README.md describes it all.\n",
		model->module);
	if (!questions->len)
		fputs("#\n# There is no open question.\n", to);
	for (i = 0; i < questions->len; i++) {
		const struct question *question = questions->pdata[i];
		bool section = !last || strcmp(last->section, question->section);
		bool name = section || strcmp(last->name, question->name);

		if (section)
			fprintf(to, "\n%s:\n", question->section);
		if (name)
			fprintf(to, "%s  %s:\n", section ? "" : "\n", question->name);
		if (question->is_arg && (name || !last->is_arg))
			fputs("    args:\n", to);
		print_question(question, to);
		last = question;
	}
}

bool hints_may_write(const char *path)
{
	if (!path || !g_file_test(path, G_FILE_TEST_IS_REGULAR))
		return true;
	diag_error(&(struct location){ .file = path },
		   "exists, and may hold answers already; name another file with -o, or "
		   "replace it with --force");
	return false;
}

bool hints_init(const struct partition *partition, const char *path)
{
	g_autoptr(GPtrArray) questions = g_ptr_array_new_with_free_func(question_free);
	g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	struct output output;
	guint i;

	for (i = 0; i < partition->ambiguities->len; i++) {
		const struct reason *reason = partition->ambiguities->pdata[i];

		if (reason->hint)
			ask(questions, known, partition->model, reason);
	}
	g_ptr_array_sort(questions, by_place);
	if (!output_open(&output, path))
		return false;
	print_file(questions, partition->model, output.file);
	return output_close(&output, true);
}
