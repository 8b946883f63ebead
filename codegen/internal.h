/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files of the code generator share; nobody else includes it. */
#ifndef MDRV_CODEGEN_INTERNAL_H
#define MDRV_CODEGEN_INTERNAL_H

#include "knowledge.h"
#include "plan.h"

enum side { KERNEL_HALF, USER_HALF };

/* writer.c: the output directory, complete or not there at all. */
struct tree;
struct tree *tree_open(const char *out, bool force);
/* Takes the text of @path (relative to the directory); frees @text. */
void tree_add(struct tree *tree, const char *path, GString *text);
/* Renames it into place and frees it. False after a located error. */
bool tree_commit(struct tree *tree);
void tree_abort(struct tree *tree);

G_GNUC_PRINTF(2, 3)
static inline void emit(GString *to, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	g_string_append_vprintf(to, format, args);
	va_end(args);
}

/* A record of integers, by value: crosses as a number, its bytes. */
static inline bool is_word(const struct pass *pass)
{
	return pass->kind == PASS_INT && pass->type->kind == TYPE_RECORD;
}

/* declare.c: C declarations from spellings. All results are the caller's. */
char *declare(const char *type, const char *name);
char *declare_params(const struct function *function);
/* "int name(u32 a)": what it returns may be a pointer to a function. */
char *declare_function(const struct function *function, const char *name);
char *declare_result(const struct function *function, const char *name);
char *call_args(const struct function *function);
char *forward_args(const struct function *function);
bool never_returns(const struct function *function);
bool declarable(const struct function *function);
/* "$0" and "$r" of a fact, in terms of parameter names and the result variable. */
char *expand_fact(const char *text, const struct function *function, const char *result);
/* Arguments in wire order: all but buffers, then buffers. */
GPtrArray *wire_order(const struct crossing *crossing);
const char *record_macro(const struct plan *plan, unsigned int record, char *buf, gsize size);
#define RECORD_MACRO(plan, record) record_macro(plan, record, (char[192]){ 0 }, 192)
/* The source file of that path; the first one for paths that are none. */
const struct source *source_at(const struct plan *plan, const char *path);
/* A path as the driver's directory sees it. */
const char *short_path(const struct plan *plan, const char *file);
void emit_banner(GString *to, const struct plan *plan, enum side side, const char *what);

void emit_late_includes(GString *to, const struct source *source);

/* wrap.c: breaks long lines of generated code, in place. */
void wrap(GString *text);

/* body.c: a driver file with replaced bodies. */
GString *print_source(const struct plan *plan, const struct source *source, enum side side);
char *source_stem(const struct source *source);

/* directive.c: line ends, and the directives that a replaced body has to leave behind. */
void emit_rest_of_body(GString *to, const char *body, const char *end);

/* records.c, tables.c: records, functions, globals: the plan as C, one walk for both sides. */
void emit_records(GString *to, const struct plan *plan, const struct source *source,
		  enum side side);
guint emit_within(GString *to, const struct plan *plan);
void emit_plan_header(GString *to, const struct plan *plan, enum side side);
void emit_symbols(GString *to, const struct plan *plan, const struct source *source);
void emit_tables(GString *to, const struct plan *plan, enum side side);

/* pass.c: values that cross, in the user half: as it sends and gets them. */
void emit_put(GString *to, const struct plan *plan, const struct pass *pass);
/* Declares a local with the name of the parameter and decodes into it. */
void emit_get(GString *to, const struct plan *plan, const struct pass *pass);
void emit_put_result(GString *to, const struct plan *plan, const struct crossing *crossing);
void emit_get_result(GString *to, const struct plan *plan, const struct crossing *crossing);

/* describe.c: calls in the kernel half. */
void emit_upcall(GString *to, const struct plan *plan, const struct crossing *crossing);
void emit_downcall(GString *to, const struct plan *plan, const struct crossing *crossing);
/* Of the tables: the words of an upcall; the number of the value that owns, as text. */
void emit_passes(GString *to, const struct plan *plan, const struct crossing *upcall);
char *owner_value(const struct crossing *upcall);
/* The number of the value that a parameter of it is. */
int upcall_value(const struct crossing *upcall, const struct pass *wanted);

/* kernel.c, resource.c: the kernel half. */
void emit_kernel_begin(GString *to, const struct plan *plan, const struct source *source);
void emit_kernel_end(GString *to, const struct plan *plan, const struct source *source);
void emit_undos(GString *to, const struct plan *plan, const struct source *source);
void emit_needs(GString *to, const struct plan *plan, const struct crossing *crossing);
bool emit_checks(GString *to, const struct plan *plan, const struct fact *fact,
		 const struct function *function);
void emit_undo_declarations(GString *to, const struct plan *plan);
void emit_renames(GString *to, const struct plan *plan, const struct source *source);
void emit_passages(GString *to, const struct plan *plan, const struct source *source);
void emit_before(GString *to, const struct plan *plan, const struct fact *fact,
		 const struct function *function, const char *drv, bool gave_up);
void emit_after(GString *to, const struct plan *plan, const struct fact *fact,
		const struct function *function, const char *call, const char *drv);
/* C condition over the result, mdrv_ret, that a call has succeeded; @fact or NULL. */
char *success_text(const struct fact *fact, const struct function *function);
char *callee_text(const struct plan *plan, const struct fact *fact,
		  const struct function *function, const char *drv, bool trusted,
		  const GPtrArray *values, const char *text);

/* user.c: the user half. */
void emit_user_begin(GString *to, const struct plan *plan, const struct source *source);
void emit_user_end(GString *to, const struct plan *plan, const struct source *source);
GString *print_traps(const struct plan *plan);
GString *print_absent(const struct plan *plan);

/* build.c: makefiles. */
GString *print_kbuild(const struct plan *plan);
GString *print_user_makefile(const struct plan *plan);
GString *print_makefile(const struct plan *plan);

/* json.c: plan.json. */
GString *print_json(const struct plan *plan);

#endif /* MDRV_CODEGEN_INTERNAL_H */
