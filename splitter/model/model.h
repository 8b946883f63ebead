/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The model of a driver: what its source says, in our own words. The front end
 * (source.c over libclang, bitcode.c over LLVM-C) fills it; everything after it
 * reads it. Plain structs, each with a location; strings are interned and, like
 * everything else here, live as long as the model.
 */
#ifndef MDRV_MODEL_H
#define MDRV_MODEL_H

#include <stdbool.h>
#include <stdint.h>
#include <glib.h>

struct type;
struct record;
struct function;
struct global;
struct knowledge;
struct cfg;
struct body;

/* A place in a source file; @file is the path as the user gave it. */
struct location {
	const char *file;
	unsigned int line;
	unsigned int column;
};

enum type_kind {
	TYPE_VOID,
	TYPE_INT,		/* integers, bool, enums, char */
	TYPE_FLOAT,
	TYPE_POINTER,
	TYPE_ARRAY,
	TYPE_RECORD,		/* struct or union */
	TYPE_FUNCTION,
	TYPE_OTHER,		/* vectors, va_list ...: unmarshallable */
};

struct type {
	enum type_kind kind;
	const char *spelling;	/* as the source says it: "struct net_device *" */
	const char *canonical;	/* typedefs resolved */
	uint64_t size;		/* bytes; 0 when incomplete */
	bool is_const;
	bool is_signed;		/* integers */
	bool is_bool;
	bool is_char;		/* char, signed char, unsigned char, u8, s8 */
	bool carries;		/* pointer to a function, or pointer to or array of such */
	struct type *elem;	/* pointee, array element, function result */
	uint64_t count;		/* array elements; 0 for a flexible array */
	struct record *record;	/* TYPE_RECORD */
	GPtrArray *params;	/* TYPE_FUNCTION: struct type * */
	bool variadic;
};

struct field {
	const char *name;	/* "" for an anonymous member */
	struct type *type;
	struct record *owner;
	bool unnamed;		/* in a definition of the driver's: nobody reads it */
	bool is_user;		/* declared __user: an address of a process */
	bool is_iomem;		/* declared __iomem: registers of a device */
	bool as_text;		/* a raw pointer to a string, for functions that take one */
	bool as_bytes;		/* a raw pointer that is used otherwise, too, or freed */
	bool otherwise_set;	/* a raw pointer that is not only set to results of calls */
	GPtrArray *taken;	/* struct taken_as *: what its value is taken for, or NULL */
	uint64_t bit_offset;	/* from the start of @owner */
	unsigned int bit_width;	/* 0: not a bitfield */
	struct location at;
};

struct record {
	const char *name;	/* "struct net_device", "union foo", "" if anonymous */
	bool is_union;
	bool complete;
	uint64_t size;
	uint64_t align;
	GPtrArray *fields;	/* struct field * in declaration order */
	struct location at;
	bool in_driver;		/* defined in the driver's own files */
	bool in_function;	/* a name that tables, at file level, cannot say */
	const struct record *twin; /* another of that name, which other files mean, or NULL */
};

/* How code uses a value. */
enum access_mode {
	ACCESS_READ = 1,
	ACCESS_WRITE = 2,
	ACCESS_ADDRESS = 4,	/* & of it, or an array decaying to a pointer */
};

/*
 * One use of a field. The path starts at the record that a pointer, a global or
 * a local of record type gave: dev->stats.rx_errors is base "struct net_device",
 * path {stats, rx_errors}. Array subscripts do not show in the path.
 */
struct access {
	struct record *base;
	GPtrArray *path;	/* struct field *, at least one */
	unsigned int modes;	/* enum access_mode */
	struct location at;
	struct function *in;
	struct global *global;	/* non-NULL: the base is this global */
	bool local;		/* base is a local variable (not a pointer) */
	bool raw;		/* of a record used as raw memory: all its fields */
	bool carried;		/* set to something that came through a variable or a call */
};

/*
 * A local variable, parameter or result whose type does not tell what it points
 * at: void *, u8 * and the like. What is done to the memory behind it is done to
 * the records that its value came from.
 */
struct raw_pointer {
	struct function *in;
	int param;		/* its number, RAW_LOCAL or RAW_RESULT */
	GPtrArray *out;		/* struct raw_flow * that start here */
};

/*
 * The value of a field without a record type (void *, an integer), or the address of a
 * record, becomes a pointer to another record: by a cast, or by container_of().
 */
struct taken_as {
	struct record *from;	/* address of one of these, or NULL: value of a field */
	struct record *as;
	int64_t back;		/* bytes that @as begins before it */
	bool behind;		/* @as begins where a @from ends: a private area */
	bool inside;		/* as in struct raw_flow */
	int param;
	struct function *origin; /* where the address or the value was had from */
	struct function *in;
	struct location at;
};

/* The address of a record, or of a part of one, becomes a pointer to something else. */
struct recast {
	struct record *around;	/* a pointer or a variable gave one of these, */
	struct field *part;	/* of which it is this member; or NULL: the whole */
	struct record *from;	/* what the code calls it till then; NULL: no record */
	struct record *as;
	struct function *origin; /* where the address was had from */
	struct function *in;
	struct location at;
};

#define RAW_RESULT	(-1)
#define RAW_LOCAL	(-2)

/* A pointer that takes on such a type, keeps it, is used, or gets a type again. */
struct raw_flow {
	/* from one of these: */
	struct record *record;	/* a pointer to this; */
	struct global *global;	/* if not NULL: to this global */
	struct field *field;	/* the value of this field */
	struct global *value;	/* the value of this global, a pointer or a number */
	struct raw_pointer *pointer;
	struct call *result;	/* what this call returns */
	struct field *part;	/* to this member of an @around, also if @record says its type */
	struct record *around;
	/* to one of these: */
	struct raw_pointer *to;
	struct call *call;	/* argument @arg of this call */
	unsigned int arg;
	struct record *as;	/* a pointer to this; @modes: what can be done with it */
	int64_t back;		/* ... so many bytes before it */
	bool behind;		/* what lies behind the end of @record */
	bool inside;		/* @record is a part of another that the code has at hand */
	int param;		/* @record is what this parameter of @in points at; or -1 */
	unsigned int modes;	/* the memory behind it is used: enum access_mode */
	bool as_user;		/* it is an address of a process */
	bool as_text;		/* it is read as a string */
	struct location at;
	struct function *in;
};

enum arg_kind {
	ARG_OTHER,
	ARG_NULL,		/* literal 0 or NULL */
	ARG_INT,		/* integer constant, in @value */
	ARG_STRING,		/* string literal */
	ARG_FUNCTION,		/* a function, in @function */
	ARG_LOCAL_ADDRESS,	/* & of a local, or a local array */
	ARG_GLOBAL_ADDRESS,	/* & of a global, or a global array, in @global */
	ARG_PARAM,		/* parameter number @value of the enclosing function */
	ARG_FIELD_ADDRESS,	/* & of a field: @field is the innermost */
	ARG_FIELD,		/* value of a field: @field is the innermost */
	ARG_LOCAL,		/* value of the local variable @local */
	/* Of stored values only: */
	ARG_CALL,		/* result of @call */
	ARG_OFFSET,		/* a pointer and something: @value bytes (-1: not known) behind */
				/* the value of @field, or of what is not known */
};

struct argument {
	enum arg_kind kind;
	const char *text;	/* as written, one line */
	struct type *type;	/* of the expression before implicit conversion */
	struct type *bare;	/* without any casts, explicit ones neither */
	int64_t value;
	struct function *function;
	struct global *global;
	struct field *field;
	struct global *within;	/* ARG_FIELD_ADDRESS: the variable that it is a part of, or NULL */
	struct call *call;
	const char *local;
};

enum store_kind {
	STORE_FIELD,		/* into @field */
	STORE_GLOBAL,		/* into @global */
	STORE_LOCAL,		/* into @local */
	STORE_RETURN,		/* the function's result */
	STORE_VALID,		/* none: from here on, @local has been looked at */
	STORE_UNKNOWN,		/* none: here paths meet where it has not been */
};

/* An index or a step by a pointer to a record: more than the first of them is looked at. */
struct beside {
	struct argument *pointer;
	const char *record;	/* its name */
	struct location at;
};

/* A pointer that a function stores somewhere, in source order. */
struct store {
	enum store_kind kind;
	struct field *field;
	struct global *global;
	const char *local;	/* a local variable or a parameter, by name */
	struct argument *value;
	struct location at;	/* of what is stored into */
};

/* An integer constant that a function stores in a field. */
struct constant {
	struct field *field;
	int64_t value;
	struct location at;	/* of what is stored into */
};

/* A local variable, a number, is set, or may be: its address is taken. */
struct setting {
	const char *local;
	struct field *field;	/* to the value of this; NULL: to something else */
};

enum number_kind {
	NUMBER_STORED,		/* in @field */
	NUMBER_PASSED,		/* argument @index of @callee */
	NUMBER_RETURNED,
	NUMBER_RESULT,		/* what @callee returns is made a pointer */
	NUMBER_GIVEN,		/* parameter @index is, and looked behind */
};

/* An address that leaves or enters a function as a number. */
struct number_flow {
	enum number_kind kind;
	struct field *field;
	struct function *callee;
	unsigned int index;
	struct location at;
};

/* What is held where a call is made (from bitcode.c). */
enum held {
	HELD_SPINLOCK = 1,
	HELD_IRQ_OFF = 2,
	HELD_BH_OFF = 4,
	HELD_RCU = 8,
	HELD_PREEMPT_OFF = 16,
};

/* Where a function pointer is kept, or passes through. */
enum place_kind {
	PLACE_NONE,		/* cannot be told */
	PLACE_FIELD,		/* @field of any object of its record */
	PLACE_GLOBAL,		/* @global; all elements of an array */
	PLACE_LOCAL,		/* @local, a variable of a function */
	PLACE_PARAM,		/* parameter @index of @function */
	PLACE_RESULT,		/* what @function returns */
	PLACE_CALL,		/* what @call returned */
	PLACE_ARGUMENT,		/* argument @index of @call */
	PLACE_CALLEE,		/* the pointer that @call calls */
};

struct place {
	enum place_kind kind;
	unsigned int index;
	union {
		struct field *field;
		struct global *global;
		struct parameter *local;
		struct function *function;
		struct call *call;
	};
};

/* A function pointer, or what may become one, is copied from one place to another. */
struct value_flow {
	struct place from;
	struct place to;
	bool both;		/* an address: what is stored through it comes back */
	struct location at;
};

/* How it is known that a call reaches a function; the places are those of call.through. */
enum target_how {
	TARGET_SLOT,		/* it is stored in the field that the call goes through */
	TARGET_VARIABLE,	/* ... in the variable */
	TARGET_ARRAY,		/* ... in an array (global, or a field) of functions */
	TARGET_ARGUMENT,	/* it is passed to the function that calls its parameter */
	TARGET_RESULT,		/* the function whose result is called returns it */
	TARGET_CALLBACK,	/* an argument of a direct call: the callee, of the kernel, calls */
				/* it before it returns, as a fact says or its inline body shows */
	TARGET_TYPE,		/* last resort: has the type of the pointer, address is taken */
	TARGET_HINT,		/* a hint says so */
};

/* A function that a call may reach other than by its name. */
struct target {
	struct function *function;	/* of the driver, or of the kernel */
	enum target_how how;
	const struct reference *origin;	/* where its address is taken; NULL for a hint */
};

enum call_kind {
	CALL_DIRECT,		/* @callee */
	CALL_SLOT,		/* through a function pointer field: @slot */
	CALL_POINTER,		/* through another pointer: @through */
};

struct call {
	enum call_kind kind;
	struct location at;
	struct function *caller;
	struct function *callee;
	struct field *slot;
	struct type *pointer;	/* indirect: type of the function called */
	struct place through;	/* indirect: the place that holds the pointer (targets.c) */
	const char *path;	/* indirect: how C says that place; NULL if not by members alone */
	GPtrArray *targets;	/* struct target *, or NULL if there is none (targets.c) */
	bool outward;		/* indirect: may reach the kernel or another module */
	bool by_type;		/* indirect: not all stores are known; @targets has all its type */
	bool unresolved;	/* indirect: no target is known, nor that it is outward */
	GPtrArray *args;	/* struct argument * */
	const char *macro;	/* outermost macro whose expansion holds the call, or NULL */
	unsigned int held;	/* enum held: may be open here, begun in the caller */
	unsigned int surely_held; /* ... is open here, whatever happened before */
	unsigned int dropped;	/* ... of the caller's own callers, may be closed here */
	const char *held_by;	/* "spin_lock_irqsave(&cp->lock) at f.c:12:3" or NULL */
	guint order;		/* entries of the caller's @stores that come before it */
	bool assigned;		/* the result is used */
	bool always;		/* a statement of its own that is reached in every run */
	struct record *assigned_record; /* result stored in pointer to this, or NULL */
	GPtrArray *raw_out;	/* struct raw_flow * of its result, or NULL */
	struct field *assigned_field; /* result stored in this raw pointer, or NULL */
};

/* A function used as a value: where it flows tells in which context it runs. */
enum ref_kind {
	REF_SLOT,		/* initialiser of, or assignment to, field @field */
	REF_ARGUMENT,		/* argument @arg of call @call */
	REF_OTHER,
};

struct reference {
	enum ref_kind kind;
	struct function *target;
	struct location at;
	struct function *in;	/* NULL: in a global's initialiser */
	struct field *field;
	struct global *global;	/* REF_SLOT in an initialiser: of this global */
	struct call *call;
	unsigned int arg;
	struct place to;	/* PLACE_NONE: its use is not understood */
	bool tested;		/* only compared with another pointer */
};

/* How a function gets out of the driver's hands: whoever has it may call it. */
enum escape_kind {
	ESCAPE_SLOT,		/* stored in @field of a record that others read */
	ESCAPE_ARGUMENT,	/* argument @arg of @call, which is not the driver's */
	ESCAPE_EXPORT,		/* EXPORT_SYMBOL() */
	ESCAPE_OTHER,		/* its address is taken, and it cannot be told what for */
};

struct escape {
	enum escape_kind kind;
	struct location at;
	struct field *field;
	struct call *call;
	unsigned int arg;
};

struct parameter {
	const char *name;	/* never NULL; "a0" ... when unnamed */
	struct type *type;
	bool unnamed;		/* in a definition of the driver's: nobody reads it */
	bool is_user;		/* declared __user: an address of a process */
	struct location at;
};

/* Facts about a function's own body that pin it, from source and bitcode. */
enum trait {
	TRAIT_ASM_EFFECT = 1 << 0,	/* inline assembly with side effects */
	TRAIT_PER_CPU = 1 << 1,
	TRAIT_PRIVILEGED = 1 << 2,	/* port I/O, cli/sti, msr ... */
	TRAIT_KERNEL_GLOBAL = 1 << 3,	/* touches a global of the kernel */
	TRAIT_STACK_OBJECT = 1 << 4,	/* on-stack object that the kernel links to */
	TRAIT_CURRENT = 1 << 5,		/* reads current */
	TRAIT_ATOMIC_OP = 1 << 6,	/* locked read-modify-write */
	TRAIT_CONTAINER_OF = 1 << 7,	/* on something other than a tracked record */
	TRAIT_FLOAT = 1 << 8,
	TRAIT_ASM_GOTO = 1 << 9,
	TRAIT_MMIO = 1 << 10,		/* volatile mov: readl and friends; harmless */
};

struct function {
	const char *name;
	struct location at;
	struct type *type;	/* TYPE_FUNCTION */
	GPtrArray *params;	/* struct parameter * */
	bool defined;		/* has a body that was seen */
	bool in_driver;		/* defined in one of the driver's own files */
	bool in_header;		/* a static inline of a (kernel or driver) header */
	bool is_static;
	bool is_inline;
	bool from_macro;	/* the definition comes from a macro expansion */
	struct source *unit;	/* @in_driver: the file compiled that is or includes @file */
	bool is_init;		/* __init / module_init target */
	bool is_exit;
	/* Extent of the body, '{' to '}' inclusive; defined functions in files. */
	const char *file;	/* path of the source or header that holds it */
	unsigned int begin;	/* byte offset of the definition */
	unsigned int body_begin; /* byte offset of '{' */
	unsigned int body_end;	/* byte offset after '}' */
	unsigned int body_line;	/* line of '{' */
	unsigned int first_line; /* of the definition (storage class, return type) */
	unsigned int last_line;
	unsigned int lines;	/* of the driver's text: without its sections */
	struct function *section_of;	/* that it is taken out of: section.h; or NULL */
	GPtrArray *calls;	/* struct call *, in source order */
	GPtrArray *callers;	/* struct call * with this callee */
	GPtrArray *references;	/* struct reference * to this function */
	GPtrArray *escapes;	/* struct escape *, or NULL if there is none (targets.c) */
	GPtrArray *accesses;	/* struct access * */
	GPtrArray *stores;	/* struct store *, in source order */
	GPtrArray *constants;	/* struct constant * */
	GPtrArray *settings;	/* struct setting * */
	GPtrArray *numbers;	/* struct number_flow *: of bodies in the driver; or NULL */
	GPtrArray *globals;	/* struct global_use * */
	GPtrArray *raw_pointers; /* struct raw_pointer *: parameters and the result */
	GPtrArray *raw_flows;	/* struct raw_flow * */
	GPtrArray *raw_uses;	/* struct raw_flow *: of memory behind fields; raw.c */
	GPtrArray *statics;	/* struct global *: function-local statics */
	GPtrArray *locals;	/* struct parameter *: local variables */
	struct cfg *cfg;	/* cfg.h, or NULL: no bitcode has it */
	struct body *body;	/* body.h, or NULL: it is in no file that is compiled */
	unsigned int opens;	/* enum held: regions it may leave open for its caller */
	unsigned int closes;	/* ... that its caller opened and it may end */
	unsigned int traits;	/* enum trait, own body only */
	GPtrArray *besides;	/* struct beside * */
	const char *trait_text[16]; /* per trait bit: what and where, or NULL */
};

struct global_use {
	struct global *global;
	unsigned int modes;
	struct type *into;	/* of what its value or address is stored in, or NULL */
	struct call *call;	/* passed as argument @arg of this call, or NULL */
	unsigned int arg;
	bool carried;		/* set to something that came through a variable or a call */
	struct location at;
};

struct global {
	const char *name;
	struct type *type;
	struct location at;
	bool in_driver;
	bool is_static;
	bool is_const;
	bool from_macro;
	bool is_param;		/* module_param */
	bool initial;		/* named in the initialiser of another */
	bool several;		/* static in a header: each file that includes it has its own */
	struct function *scope;	/* function-local static, else NULL */
	GPtrArray *slots;	/* struct reference *: functions in its initialiser */
};

/* Stands among the flags of a source file where those of the driver's makefile begin. */
#define OWN_FLAGS "-DMDRV_OWN_FLAGS"

/* A file of the module that is compiled, or one that such a file includes: a part. */
struct source {
	const char *path;	/* absolute, of the user's unmodified file */
	const char *name;	/* relative to the driver directory: "core/main.c" */
	char *text;		/* its bytes */
	char *original;		/* ... before source_rewrite(), or NULL: it has left them alone */
	gsize size;
	unsigned int last_include; /* line of the last #include at file level, or 0 */
	GPtrArray *inner;	/* first and last line, in turn, of declarations of several lines */
	GPtrArray *active;	/* lines of the #includes that were taken */
	GPtrArray *outside;	/* its headers from outside: line here, and char *, in turn */
	GPtrArray *late;	/* char *: "<linux/io.h>", included below @last_include */
	GPtrArray *flags;	/* char *: exact Kbuild flags for this file (as GCC gets them) */
	struct source *unit;	/* of a part: the file compiled that includes it, else NULL */
	unsigned int included_at; /* of a part: line in @unit of the #include that leads to it */
	bool shared;		/* several files that are compiled have its text */
};

/* A function that must stay in the kernel, as became clear when a plan was made. */
struct kept {
	const struct function *function;
	const char *text;
	const char *hint;	/* YAML that would settle it, or NULL */
	struct location at;
};

struct model {
	const char *module;	/* name of the module: "8139cp" */
	const char *directory;	/* the driver's directory, absolute */
	const char *kdir;
	const char *overlay;	/* headers in front of the kernel's, or NULL */
	const char *rewritten;	/* says to clang where other texts of the sources are, or NULL */
	const char *release;	/* kernel release that kdir builds for */
	GPtrArray *sources;	/* struct source *: the files that are compiled */
	GPtrArray *parts;	/* struct source *: included files that define functions */
	GHashTable *common;	/* char *: paths of files whose functions count as inlines */
	GPtrArray *headers;	/* char *: the driver's own headers, relative to directory */
	GHashTable *made;	/* char *: names of headers that the driver's build makes */
	char *const *variables;	/* "NAME=VALUE" for make, or NULL */
	GPtrArray *functions;	/* struct function *: the driver's, then others seen */
	GPtrArray *records;	/* struct record * */
	GPtrArray *globals;	/* struct global * */
	GPtrArray *flows;	/* struct value_flow * */
	bool has_init;		/* module_init() or the like */
	bool has_exit;		/* without it, and with the other, nobody can unload it */
	GPtrArray *kept;	/* struct kept *: for the next partition; model_keep() */
	const char *lift;	/* obstacles that do not count (lift.h), or NULL */
	GPtrArray *enclosed;	/* struct taken_as *: records found around, or behind, others; */
				/* NULL if there are none */
	GPtrArray *recasts;	/* struct recast *, or NULL */
	bool resolved;		/* targets_resolve() has been at it */
	bool partial;		/* other files, that are not here, use its headers and whatever */
				/* is not static */
	GHashTable *function_by_name;
	GHashTable *record_by_name;
	GHashTable *global_by_name;
	GStringChunk *strings;
	GPtrArray *memory;	/* what model_alloc() gave */
	GPtrArray *arrays;	/* what model_array() gave */
};

struct function *model_function(const struct model *model, const char *name);
struct record *model_record(const struct model *model, const char *name);
struct global *model_global(const struct model *model, const char *name);
/* Name of the record that a field is found in, looking out of anonymous members. */
const char *model_owner(const struct model *model, const struct field *field);
/* The file compiled, or part, of that path or name; NULL: none of the module. */
struct source *model_source(const struct model *model, const char *path);
const char *model_intern(struct model *model, const char *text);
/* The same for a path, which is written without "..", so that equal ones are equal. */
const char *model_path(struct model *model, const char *path);
/* Zeroed memory, and an empty array, that live as long as the model. */
gpointer model_alloc(struct model *model, gsize size);
GPtrArray *model_array(struct model *model);
/*
 * Keep @function in the kernel from the next partition on, because of @text; @hint, the
 * YAML that would settle it, may be NULL. An inline of
 * a header is kept by keeping the driver's functions that get there. False if there is
 * nothing new to keep: making the plan again would fail again.
 */
bool model_keep(struct model *model, const struct function *function,
		const struct location *at, const char *text, const char *hint);
/* The global of that name as the file @unit sees it. */
struct global *model_global_in(const struct model *model, const char *name, const char *unit);
struct model *model_new(void);
/* What was read of the sources, to read them again. */
void model_forget(struct model *model);
void model_free(struct model *model);

#endif /* MDRV_MODEL_H */
