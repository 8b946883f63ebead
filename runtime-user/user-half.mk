# SPDX-License-Identifier: GPL-2.0-or-later
#
# How a user half is built. Included by a makefile that sets
#
#	NAME	the driver's module name, as the kernel spells it (8139cp, usb_foo)
#	SRCS	source files, driver's and generated
#	KDIR	the configured kernel build tree
#
# and, if it likes,
#
#	O	where objects and $(NAME).so go (default: the current directory)
#	KFLAGS	the flags Kbuild compiles this driver with, as they stand in a .cmd
#		file of Kbuild; else Kbuild is asked, with an empty file
#	SRCDIR	where the driver's directory begins: below it two files may have one name
#	KFLAGS_<file>	the same for one source file, by its path below SRCDIR
#	MDRV_KLIB	the library of klib/, already built
#	USER_CFLAGS	added at the end, e.g. include directories of the driver
#	USER_CFLAGS_<file>	the same for one source file
#	USER_FIRST	added before the kernel's: include directories that override its headers
#	SANITIZE	e.g. address,undefined: the driver's code is checked by these; mdrvd
#		must then be one that is built with the same
#	COVERAGE	not empty: the driver's code counts what of it runs (coverage.c)
#
# It builds $(O)/$(NAME).so, which exports the symbol mdrv_half and nothing else.

MDRV_RUNTIME := $(patsubst %/,%,$(dir $(abspath $(lastword $(MAKEFILE_LIST)))))
MDRV_UAPI ?= $(firstword $(wildcard $(MDRV_RUNTIME)/../runtime-kernel/include/uapi \
	       $(MDRV_RUNTIME)/include/uapi))
O ?= .
override O := $(abspath $(O))

ifeq ($(wildcard $(KDIR)/Makefile),)
$(error KDIR: '$(KDIR)' is no kernel build tree)
endif

override KDIR := $(abspath $(KDIR))

# The compiler that built the kernel, unless the caller names one.
ifeq ($(origin CC),default)
CC := $(shell sed -n 's/^CONFIG_CC_VERSION_TEXT="\([^ ]*\) .*/\1/p' \
	$(KDIR)/include/config/auto.conf)
CC := $(or $(shell command -v $(CC) 2>/dev/null),gcc)
endif

ifndef KFLAGS
PROBE := $(O)/.probe
KFLAGS := $(shell mkdir -p $(PROBE) && echo > $(PROBE)/probe.c && \
	echo 'obj-m := probe.o' > $(PROBE)/Kbuild && \
	$(MAKE) -s -C $(KDIR) M=$(PROBE) probe.o MAKEFLAGS= >/dev/null && \
	sed -n 's/^[^ ]*cmd_[^ ]*probe\.o *:= *//p' $(PROBE)/.probe.o.cmd | sed 's/;.*//')
ifeq ($(KFLAGS),)
$(error Kbuild in $(KDIR) cannot compile an empty file)
endif
endif

# Rules of the house, with the reason for each group:
#   the kernel's address space:	-mcmodel, -fno-PIE
#   thunks, tracing and checks that the kernel implements:	-mindirect-branch*,
#	-mfunction-return, -mharden-sls, -pg and kin, sanitizers, stack guard in %gs
#   the C library's calling convention wants 16-byte stacks:	-mpreferred-stack-
#	boundary, -mskip-rax-setup
#   names of files, and what belongs to one of them:	-c, -o, -Wp,-MMD, -DKBUILD_*
# The red zone stays off: inline assembly of the kernel's headers makes calls.
MDRV_DROP := -c -o %.o %.c -Wp,-MD% -Wp,-MMD% -DKBUILD_BASENAME=% -DKBUILD_MODNAME=% \
	-D__KBUILD_MODNAME=% -DKBUILD_MODFILE=% -mcmodel=% -fno-PIE -fno-pie -fno-pic \
	-mindirect-branch% -mfunction-return=% -mharden-sls=% -pg -mrecord-mcount \
	-mfentry -mnop-mcount -fcf-protection=% \
	-fpatchable-function-entry=% -mstack-protector-guard% -mpreferred-stack-boundary=% \
	-mstack-alignment=% -mskip-rax-setup -fasan-shadow-offset=% -mno-fp-ret-in-387 -fsanitize% -fsanitize-% \
	-Wframe-larger-than=% -fplugin% -flto% -fsplit-lto-unit -fmin-function-alignment=% \
	-DKASAN_SHADOW_SCALE_SHIFT=% -fno-common -DRANDSTRUCT_PLUGIN

# A source file by its path below SRCDIR.
mdrv_name = $(if $(SRCDIR),$(patsubst $(abspath $(SRCDIR))/%,%,$(abspath $(1))),$(notdir $(1)))
mdrv_filter = $(filter-out $(MDRV_DROP),$(wordlist 2,$(words $(1)),$(1)))
# Ours come first of all include directories, right after -nostdinc.
mdrv_kflags = -nostdinc -I$(MDRV_RUNTIME)/include/overlay -I$(MDRV_RUNTIME)/../annotations/include \
	$(USER_FIRST) \
	$(filter-out -nostdinc,$(call mdrv_filter,$(or $(KFLAGS_$(call mdrv_name,$(1))),$(KFLAGS)))) \
	-include $(MDRV_RUNTIME)/include/mdrv/prelude.h \
	-I$(MDRV_RUNTIME)/include -I$(MDRV_UAPI) -fPIC -fvisibility=hidden \
	-Wno-unused-function -Wno-unused-variable -Wno-strict-prototypes \
	-DKBUILD_BASENAME='"$(subst -,_,$(basename $(notdir $(1))))"' \
	-DKBUILD_MODNAME='"$(NAME)"' -D__KBUILD_MODNAME=kmod_$(NAME) $(MDRV_TOOL) $(USER_CFLAGS) \
	$(USER_CFLAGS_$(call mdrv_name,$(1)))

# Plain C of our own: neither the kernel's flags nor its headers.
MDRV_KLIB_SRCS := $(sort $(wildcard $(MDRV_RUNTIME)/klib/*.c))
MDRV_KLIB_OBJS := $(MDRV_KLIB_SRCS:$(MDRV_RUNTIME)/klib/%.c=$(O)/klib/%.o)
# One that is built already serves any number of drivers.
MDRV_KLIB ?= $(O)/klib/libmdrvk.a
MDRV_KLIB_FLAGS := -std=gnu11 -O2 -g -ffreestanding -fPIC -fvisibility=hidden -mno-red-zone \
	-Wall -Wextra -I$(MDRV_RUNTIME)/include -I$(MDRV_UAPI)

# Tools for ordinary programs, for a user half is one.  What they take from the C
# library is theirs to take.
ifneq ($(SANITIZE),)
MDRV_TOOL := -fsanitize=$(SANITIZE)
MDRV_TOOL_LINK := $(MDRV_TOOL)
MDRV_LENT := ^__(a|ub)san_
endif
ifneq ($(COVERAGE),)
MDRV_TOOL := -fprofile-arcs -ftest-coverage
MDRV_TOOL_LINK := $(O)/coverage.o -lgcov
MDRV_LENT := $(shell nm --undefined-only $$($(CC) -print-file-name=libgcov.a) 2>/dev/null | \
	awk '($$1 == "U" || $$1 == "w") && !seen[$$2]++ { s = s "|" $$2 } END { print "^(signal" s ")$$" }')
MDRV_TOOL_DEPS := $(O)/coverage.o
endif

# V=1 shows the commands.
MDRV_Q := $(if $(V),,@)

mdrv_object = $(O)/$(patsubst %.c,%.o,$(call mdrv_name,$(1)))
MDRV_OBJS := $(foreach src,$(SRCS),$(call mdrv_object,$(src)))
MDRV_SO := $(O)/$(NAME).so

.DEFAULT_GOAL := $(MDRV_SO)

define mdrv_compile
$(call mdrv_object,$(1)): $(abspath $(1)) $(MDRV_RUNTIME)/user-half.mk
	@mkdir -p $$(@D)
	$(if $(V),,@echo "  CC      $$(patsubst $(O)/%,%,$$@)")
	$(MDRV_Q)cd $(KDIR) && $(CC) $$(call mdrv_kflags,$(1)) -MMD -MF $$(@:.o=.d) -c -o $$@ $$<
	@sed -E -i 's#(^|[ ])([^/ \\:][^ :]*\.h)#\1$(KDIR)/\2#g' $$(@:.o=.d)
endef
$(foreach src,$(SRCS),$(eval $(call mdrv_compile,$(src))))

$(O)/klib/%.o: $(MDRV_RUNTIME)/klib/%.c
	@mkdir -p $(@D)
	$(MDRV_Q)$(CC) $(MDRV_KLIB_FLAGS) -MMD -MF $(@:.o=.d) -c -o $@ $<

$(O)/coverage.o: $(MDRV_RUNTIME)/coverage.c
	$(MDRV_Q)$(CC) $(MDRV_KLIB_FLAGS) -c -o $@ $<

$(O)/klib/libmdrvk.a: $(MDRV_KLIB_OBJS)
	@rm -f $@
	$(MDRV_Q)$(AR) rcs $@ $^

# What resolves from the C library must be on its list: the two worlds have
# functions of one name and different meaning.
# MDRV_ABSENT: addresses of what only other modules define, if nothing linked here does.
$(MDRV_SO): $(MDRV_OBJS) $(MDRV_KLIB) $(MDRV_ABSENT) $(MDRV_RUNTIME)/user-half.map $(MDRV_TOOL_DEPS)
	$(if $(V),,@echo "  LD      $(notdir $@)")
	$(MDRV_Q)$(CC) -shared -nostartfiles -o $@.part $(MDRV_OBJS) $(MDRV_KLIB) $(MDRV_ABSENT) \
		$(MDRV_TOOL_LINK) -Wl,-z,defs -Wl,-z,now -Wl,-z,text -Wl,-z,noexecstack \
		-Wl,--version-script=$(MDRV_RUNTIME)/user-half.map
	@nm -D --undefined-only $@.part | awk '{ sub(/@.*/, "", $$2); print $$2 }' | \
		grep -v '^mdrv_' | grep -v -x -F -f $(MDRV_RUNTIME)/klib/libc.list | \
		grep -v -E $(if $(MDRV_LENT),'$(MDRV_LENT)','^$$') | \
		sed 's/.*/$(NAME).so: error: &: taken from the C library, which is not on klib\/libc.list/' | \
		{ ! grep . >&2; }
	@mv $@.part $@

mdrv_user_clean:
	rm -rf $(MDRV_OBJS) $(MDRV_OBJS:.o=.d) $(MDRV_OBJS:.o=.gcno) $(O)/coverage.o $(MDRV_SO) $(MDRV_SO).part $(O)/klib $(O)/.probe
.PHONY: mdrv_user_clean

-include $(MDRV_OBJS:.o=.d) $(MDRV_KLIB_OBJS:.o=.d)
