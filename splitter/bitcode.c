// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Bitcode of the driver: compiled by child processes while libclang parses, then
 * analysed for lock state (bitcode_lock.c) and traits (bitcode_trait.c), which are
 * written into the model's calls and functions. The two views of a call meet by its
 * line and column: debug information gives the same place as the source border.
 */
#include <errno.h>
#include <string.h>
#include <sys/wait.h>
#include <glib/gstdio.h>
#include <llvm-c/BitReader.h>

#include "bitcode_llvm.h"
#include "diag.h"
#include "flags.h"
#include "source.h"

struct child {
	const struct source *source;
	GPid pid;		/* 0: not running */
	char *output;
	bool failed;
};

struct bitcode {
	struct child *children;
	guint count;
	guint started;
	char *work;
};

static void start_child(struct bitcode *bitcode)
{
	struct child *child = &bitcode->children[bitcode->started++];
	GPtrArray *argv = flags_for_clang(child->source);
	GError *error = NULL;

	g_ptr_array_insert(argv, 0, MDRV_CLANG);
	g_ptr_array_add(argv, "-emit-llvm");
	g_ptr_array_add(argv, "-c");
	g_ptr_array_add(argv, "-O0");
	g_ptr_array_add(argv, "-gline-tables-only");
	g_ptr_array_add(argv, "-Xclang");
	g_ptr_array_add(argv, "-disable-llvm-passes");
	g_ptr_array_add(argv, "-o");
	g_ptr_array_add(argv, child->output);
	g_ptr_array_add(argv, (char *)child->source->path);
	g_ptr_array_add(argv, NULL);
	/* What clang has to say about the source comes from libclang already. */
	child->failed = !g_spawn_async(NULL, (char **)argv->pdata, NULL,
				       G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL |
				       G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, &child->pid, &error);
	if (child->failed) {
		diag_error(NULL, "cannot run %s: %s", MDRV_CLANG, error->message);
		g_error_free(error);
		child->pid = 0;
	}
	g_ptr_array_unref(argv);
}

struct bitcode *bitcode_start(struct model *model)
{
	struct bitcode *bitcode = g_new0(struct bitcode, 1);
	GError *error = NULL;
	guint i;

	bitcode->work = g_dir_make_tmp("mdrv-XXXXXX", &error);
	if (!bitcode->work) {
		diag_error(NULL, "cannot make a work directory: %s", error->message);
		g_error_free(error);
		g_free(bitcode);
		return NULL;
	}
	bitcode->count = model->sources->len;
	bitcode->children = g_new0(struct child, bitcode->count);
	for (i = 0; i < bitcode->count; i++) {
		bitcode->children[i].source = model->sources->pdata[i];
		bitcode->children[i].output = g_strdup_printf("%s/%u.bc", bitcode->work, i);
	}
	for (i = 0; i < MIN(bitcode->count, g_get_num_processors()); i++)
		start_child(bitcode);
	return bitcode;
}

static bool wait_child(struct bitcode *bitcode, struct child *child)
{
	int status = 0;

	if (child->pid) {
		while (waitpid(child->pid, &status, 0) < 0 && errno == EINTR)
			;
		g_spawn_close_pid(child->pid);
		child->pid = 0;
		child->failed = !WIFEXITED(status) || WEXITSTATUS(status);
	}
	if (bitcode->started < bitcode->count)
		start_child(bitcode);
	return !child->failed;
}

static void bitcode_free(struct bitcode *bitcode)
{
	guint i;

	bitcode->started = bitcode->count;
	for (i = 0; i < bitcode->count; i++) {
		wait_child(bitcode, &bitcode->children[i]);
		g_remove(bitcode->children[i].output);
		g_free(bitcode->children[i].output);
	}
	g_rmdir(bitcode->work);
	g_free(bitcode->work);
	g_free(bitcode->children);
	g_free(bitcode);
}

const char *callee_name(LLVMValueRef call)
{
	LLVMValueRef callee = LLVMGetCalledValue(call);
	size_t length;

	return LLVMIsAFunction(callee) ? LLVMGetValueName2(callee, &length) : NULL;
}

struct location debug_location(const struct unit *unit, LLVMValueRef instruction)
{
	unsigned int length, dir_length;
	const char *file = LLVMGetDebugLocFilename(instruction, &length);
	const char *dir = LLVMGetDebugLocDirectory(instruction, &dir_length);
	struct location at = {
		.line = LLVMGetDebugLocLine(instruction),
		.column = LLVMGetDebugLocColumn(instruction),
	};
	char *path;

	if (!file)
		return at;
	if (*file == '/' || !dir)
		path = g_strndup(file, length);
	else
		path = g_strdup_printf("%.*s/%.*s", (int)dir_length, dir, (int)length, file);
	at.file = model_intern(unit->model, path);
	g_free(path);
	return at;
}

/* The call or macro invocation that is written at a place of the driver's source. */
static char *text_at(const struct source *source, unsigned int line, unsigned int column)
{
	const char *p = source->text, *begin;
	GString *text = g_string_new(NULL);
	int depth = 0;

	while (line > 1 && (p = strchr(p, '\n'))) {
		p++;
		line--;
	}
	if (!p || !column || strlen(p) < column)
		return g_string_free(text, FALSE);
	for (begin = p += column - 1; *p && p - begin < 120; p++) {
		if (!depth && !strchr("( _->.", *p) && !g_ascii_isalnum(*p))
			break;
		if (!g_ascii_isspace(*p))
			g_string_append_c(text, *p);
		else if (text->str[text->len - 1] != ' ')
			g_string_append_c(text, ' ');
		depth += (*p == '(') - (*p == ')');
		if (*p == ')' && !depth)
			break;
	}
	return g_string_free(text, FALSE);
}

const char *describe_call(const struct unit *unit, LLVMValueRef call)
{
	struct location at = debug_location(unit, call);
	const char *name = callee_name(call), *result;
	char *written = NULL, *text, *base;

	if (!g_strcmp0(at.file, unit->source->path))
		written = text_at(unit->source, at.line, at.column);
	base = g_path_get_basename(at.file ? at.file : "?");
	text = g_strdup_printf("%s at %s:%u:%u", written && *written ? written : name ? name : "?",
			       base, at.line, at.column);
	result = model_intern(unit->model, text);
	g_free(text);
	g_free(base);
	g_free(written);
	return result;
}

struct matching {
	struct unit *unit;
	struct function *function;
	GHashTable *seen;	/* struct call * that bitcode has */
};

static void mark(struct matching *matching, struct call *call, const struct locks *locks)
{
	int i;

	g_hash_table_add(matching->seen, call);
	for (i = 0; i < HELD_BITS; i++) {
		if (locks->depth[i] <= 0)
			continue;
		call->held |= 1u << i;
		if (!call->held_by && locks->by[i])
			call->held_by = describe_call(matching->unit, locks->by[i]);
	}
}

static bool same_callee(const struct call *call, const char *name)
{
	if (call->kind != CALL_DIRECT || !name)
		return call->kind != CALL_DIRECT && !name;
	return !strcmp(call->callee->name, name);
}

static void match_call(LLVMValueRef llvm, const struct locks *locks, void *data)
{
	struct matching *matching = data;
	unsigned int line = LLVMGetDebugLocLine(llvm), column = LLVMGetDebugLocColumn(llvm);
	const char *name = callee_name(llvm);
	guint i;

	for (i = 0; i < matching->function->calls->len; i++) {
		struct call *call = matching->function->calls->pdata[i];

		if (call->at.line == line && call->at.column == column && same_callee(call, name))
			mark(matching, call, locks);
	}
}

/* A call that debug information places elsewhere: any of the same name counts. */
static void match_by_name(LLVMValueRef llvm, const struct locks *locks, void *data)
{
	struct matching *matching = data;
	const char *name = callee_name(llvm);
	guint i;

	for (i = 0; i < matching->function->calls->len; i++) {
		struct call *call = matching->function->calls->pdata[i];

		if (!g_hash_table_contains(matching->seen, call) && same_callee(call, name))
			mark(matching, call, locks);
	}
}

static void analyse_function(struct unit *unit, LLVMValueRef llvm, struct function *function)
{
	struct matching matching = { unit, function, g_hash_table_new(NULL, NULL) };

	lock_walk(unit, llvm, match_call, &matching);
	if (g_hash_table_size(matching.seen) < function->calls->len)
		lock_walk(unit, llvm, match_by_name, &matching);
	for (guint i = 0; i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];

		/* Mostly what clang folds away; anything else would be a hole. */
		if (function->in_driver && !g_hash_table_contains(matching.seen, call))
			diag_verbose(2, "%s:%u:%u: bitcode of %s() has no call of %s",
				     call->at.file, call->at.line, call->at.column, function->name,
				     call->callee ? call->callee->name : "a pointer");
	}
	g_hash_table_unref(matching.seen);
	find_traits(unit, llvm, function);
}

/* Static functions of several files can share a name: prefer this file's. */
static struct function *model_function_in(const struct unit *unit, const char *name)
{
	struct function *function = g_hash_table_lookup(unit->functions, name);

	return function ? function : model_function(unit->model, name);
}

static void unit_analyse(struct unit *unit)
{
	LLVMValueRef llvm;
	guint i;

	unit->functions = g_hash_table_new(g_str_hash, g_str_equal);
	unit->effects = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	for (i = 0; i < unit->model->functions->len; i++) {
		struct function *function = unit->model->functions->pdata[i];

		if (function->in_driver && !g_strcmp0(function->file, unit->source->path))
			g_hash_table_insert(unit->functions, (gpointer)function->name, function);
	}
	for (llvm = LLVMGetFirstFunction(unit->module); llvm; llvm = LLVMGetNextFunction(llvm)) {
		struct function *function;
		size_t length;

		if (!LLVMCountBasicBlocks(llvm))
			continue;
		function = model_function_in(unit, LLVMGetValueName2(llvm, &length));
		if (function && function->defined)
			analyse_function(unit, llvm, function);
	}
	g_hash_table_unref(unit->functions);
	g_hash_table_unref(unit->effects);
}

static bool analyse_file(struct model *model, const struct knowledge *knowledge,
			 const struct child *child)
{
	struct unit unit = { .model = model, .knowledge = knowledge, .source = child->source };
	LLVMContextRef context = LLVMContextCreate();
	LLVMMemoryBufferRef buffer;
	char *message = NULL;
	bool ok = false;

	if (LLVMCreateMemoryBufferWithContentsOfFile(child->output, &buffer, &message)) {
		diag_error(NULL, "cannot read bitcode of %s: %s", child->source->name, message);
		LLVMDisposeMessage(message);
	} else {
		ok = !LLVMParseBitcodeInContext2(context, buffer, &unit.module);
		LLVMDisposeMemoryBuffer(buffer);
		if (ok) {
			unit_analyse(&unit);
			LLVMDisposeModule(unit.module);
		} else {
			diag_error(NULL, "cannot parse bitcode of %s", child->source->name);
		}
	}
	LLVMContextDispose(context);
	return ok;
}

bool bitcode_analyse(struct bitcode *bitcode, struct model *model,
		     const struct knowledge *knowledge)
{
	bool ok = true;
	guint i;

	for (i = 0; model && i < bitcode->count; i++) {
		struct child *child = &bitcode->children[i];
		struct location at = { .file = child->source->path };

		if (!wait_child(bitcode, child)) {
			diag_error(&at, "clang cannot compile this file to bitcode; try "
				   "%s -fsyntax-only with the kernel's flags", MDRV_CLANG);
			ok = false;
		} else {
			ok &= analyse_file(model, knowledge, child);
		}
	}
	bitcode_free(bitcode);
	return ok;
}
