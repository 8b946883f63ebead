// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Bitcode of the driver: compiled by child processes while libclang parses, then
 * read for control-flow graphs (bitcode_cfg.c) and traits (bitcode_trait.c), which go
 * into the model's functions. The two views of a call meet by its
 * line and column: debug information gives the same place as the source border.
 */
#include <errno.h>
#include <string.h>
#include <sys/wait.h>
#include <glib/gstdio.h>
#include <llvm-c/BitReader.h>

#include "bitcode.h"
#include "bitcode_llvm.h"
#include "diag.h"
#include "flags.h"

struct child {
	const struct source *source;
	GPid pid;		/* 0: not running */
	char *output;
	bool failed;
};

struct bitcode {
	const struct model *model;
	struct child *children;
	guint count;
	guint started;
	char *work;
};

static void start_child(struct bitcode *bitcode)
{
	struct child *child = &bitcode->children[bitcode->started++];
	GPtrArray *argv = flags_for_clang(child->source, bitcode->model->overlay,
					  bitcode->model->rewritten);
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
	bitcode->model = model;
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
	at.file = model_path(unit->model, path);
	g_free(path);
	return at;
}

static bool same_callee(const struct call *call, const char *name)
{
	if (call->kind != CALL_DIRECT || !name)
		return call->kind != CALL_DIRECT && !name;
	return !strcmp(call->callee->name, name);
}

static gpointer place_key(unsigned int line, unsigned int column)
{
	return GSIZE_TO_POINTER(((gsize)line << 16) + MIN(column, 0xffff));
}

/* Calls by their place, so that matching them takes one look each. */
static void index_calls(struct unit *unit, const struct function *function)
{
	guint i;

	g_hash_table_remove_all(unit->places);
	g_hash_table_remove_all(unit->matched);
	for (i = 0; function && i < function->calls->len; i++) {
		struct call *call = function->calls->pdata[i];
		gpointer key = place_key(call->at.line, call->at.column);
		GPtrArray *list = g_hash_table_lookup(unit->places, key);

		if (!list) {
			list = g_ptr_array_new();
			g_hash_table_insert(unit->places, key, list);
		}
		g_ptr_array_add(list, call);
	}
}

struct call **matching_calls(struct unit *unit, LLVMValueRef llvm)
{
	gpointer key = place_key(LLVMGetDebugLocLine(llvm), LLVMGetDebugLocColumn(llvm));
	GPtrArray *list = g_hash_table_lookup(unit->places, key);
	const char *name = callee_name(llvm);
	struct call **calls = NULL;
	guint i, count = 0;

	for (i = 0; list && i < list->len; i++) {
		if (!same_callee(list->pdata[i], name))
			continue;
		if (!calls)
			calls = model_alloc(unit->model, (list->len + 1) * sizeof(struct call *));
		calls[count++] = list->pdata[i];
		g_hash_table_add(unit->matched, list->pdata[i]);
	}
	return calls;
}

/* A call that debug information places elsewhere is any of the same name. */
static void match_by_name(struct unit *unit, struct cfg *cfg, struct call *call)
{
	unsigned int i, count;
	bool found = false;

	for (i = 0; i < cfg->op_count; i++) {
		struct cfg_op *op = &cfg->ops[i];
		struct call **calls;

		if (op->kind != CFG_CALL || !same_callee(call, op->name))
			continue;
		for (count = 0; op->calls && op->calls[count]; count++)
			;
		calls = model_alloc(unit->model, (count + 2) * sizeof(*calls));
		if (count)
			memcpy(calls, op->calls, count * sizeof(*calls));
		calls[count] = call;
		op->calls = calls;
		found = true;
	}
	/* Mostly what clang folds away; anything else would be a hole. */
	if (!found && call->caller->in_driver)
		diag_verbose(2, "%s:%u:%u: bitcode of %s() has no call of %s", call->at.file,
			     call->at.line, call->at.column, call->caller->name,
			     call->callee ? call->callee->name : "a pointer");
}

static void analyse_function(struct unit *unit, LLVMValueRef llvm, struct function *function)
{
	struct cfg *cfg = unit_body(unit, llvm, function);
	guint i;

	if (cfg->block_count)
		return;		/* an inline that an earlier file had as well */
	index_calls(unit, function);
	cfg_build(unit, llvm, cfg);
	for (i = 0; i < function->calls->len; i++) {
		if (!g_hash_table_contains(unit->matched, function->calls->pdata[i]))
			match_by_name(unit, cfg, function->calls->pdata[i]);
	}
	find_traits(unit, llvm, function);
	if (!function->in_driver || function->in_header)
		return;
	function->numbers = model_array(unit->model);
	find_numbers(unit, llvm, function);
}

/* Static functions of several files can share a name: prefer this file's. */
struct function *unit_function(const struct unit *unit, const char *name)
{
	struct function *function = g_hash_table_lookup(unit->functions, name);

	return function ? function : model_function(unit->model, name);
}

struct cfg *unit_body(struct unit *unit, LLVMValueRef llvm, struct function *function)
{
	struct cfg *cfg;
	size_t length;
	const char *name = LLVMGetValueName2(llvm, &length);

	if (function && function->defined) {
		if (!function->cfg) {
			function->cfg = model_alloc(unit->model, sizeof(*cfg));
			function->cfg->name = function->name;
			function->cfg->function = function;
		}
		return function->cfg;
	}
	if (!LLVMCountBasicBlocks(llvm))
		return NULL;
	cfg = g_hash_table_lookup(unit->inlines, name);
	if (!cfg) {
		cfg = model_alloc(unit->model, sizeof(*cfg));
		cfg->name = model_intern(unit->model, name);
		g_hash_table_insert(unit->inlines, (gpointer)cfg->name, cfg);
		g_ptr_array_add(unit->pending, llvm);
	}
	return cfg;
}

static void read_functions(struct unit *unit)
{
	LLVMValueRef llvm;
	size_t length;
	guint i;

	for (llvm = LLVMGetFirstFunction(unit->module); llvm; llvm = LLVMGetNextFunction(llvm)) {
		struct function *function;

		if (!LLVMCountBasicBlocks(llvm))
			continue;
		function = unit_function(unit, LLVMGetValueName2(llvm, &length));
		if (function && function->defined)
			analyse_function(unit, llvm, function);
	}
	index_calls(unit, NULL);
	for (i = 0; i < unit->pending->len; i++) {
		llvm = unit->pending->pdata[i];
		cfg_build(unit, llvm, unit_body(unit, llvm, NULL));
	}
}

static void unit_analyse(struct unit *unit)
{
	guint i;

	unit->functions = g_hash_table_new(g_str_hash, g_str_equal);
	unit->pending = g_ptr_array_new();
	unit->places = g_hash_table_new_full(NULL, NULL, NULL,
					     (GDestroyNotify)g_ptr_array_unref);
	unit->matched = g_hash_table_new(NULL, NULL);
	for (i = 0; i < unit->model->functions->len; i++) {
		struct function *function = unit->model->functions->pdata[i];

		if (function->in_driver && function->unit == unit->source)
			g_hash_table_insert(unit->functions, (gpointer)function->name, function);
	}
	read_functions(unit);
	g_hash_table_unref(unit->functions);
	g_hash_table_unref(unit->places);
	g_hash_table_unref(unit->matched);
	g_ptr_array_unref(unit->pending);
}

static bool analyse_file(struct model *model, const struct knowledge *knowledge,
			 const struct child *child, GHashTable *inlines)
{
	struct unit unit = {
		.model = model, .knowledge = knowledge, .source = child->source,
		.inlines = inlines,
	};
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
	GHashTable *inlines = g_hash_table_new(g_str_hash, g_str_equal);
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
			ok &= analyse_file(model, knowledge, child, inlines);
		}
	}
	g_hash_table_unref(inlines);
	bitcode_free(bitcode);
	return ok;
}
