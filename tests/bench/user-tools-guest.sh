# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# In the guest, for tests/bench/user-tools: the workload of one driver's class while a tool
# for ordinary programs, $TOOL, watches the user half.
. /test/split-lib.sh
. /test/zoo-lib.sh
LOG=/tmp/tool.log

# reports FILE REGEX: lines of it that are a finding of the tool
reports() { grep -cE "$2" "$1"; }

with_sanitizers() {
	export UBSAN_OPTIONS=print_stacktrace=1 ASAN_OPTIONS=detect_stack_use_after_return=1
	check "loads" load_ready || { show_daemon_log 80; return 1; }
	workload >/tmp/workload.out 2>&1
	check "ready after the workload" ready
	check "the daemon lives" daemon_alive
	unload_all
	cp $DAEMON_LOG $LOG
	check "no report of ASan or UBSan" [ "$(reports $LOG 'Sanitizer|runtime error')" = 0 ]
}

# Everything takes thirty times as long; the watchdog must not mind.
with_valgrind() {
	export VALGRIND_LIB=/usr/libexec/valgrind
	check "kernel half" driver_load || return 1
	watchdog 120000
	valgrind --log-file=$LOG --num-callers=20 /mdrv/mdrvd --unconfined --foreground "/mdrv/$DRIVER.so" >>$DAEMON_LOG 2>&1 &
	DAEMON=$!
	check "attached" wait_for 120 attached || { cat $LOG; return 1; }
	check "ready" wait_for 300 device_ready
	for name in $(ops); do limited 300 op "$name" >/dev/null; done
	check "ready after the calls" wait_for 300 device_ready
	check "the daemon lives" daemon_alive
	check "unloads" rmmod "$DRIVER"
	wait $DAEMON
	note "$(tail -n 1 $LOG)"
	check "no error" grep -q 'ERROR SUMMARY: 0 errors' $LOG
}

# A breakpoint in an upcall, and nobody at the keyboard for longer than the watchdog
# grants: the caller gets its answer afterwards.
with_gdb() {
	local fn where
	check "loads" load_ready || { show_daemon_log; return 1; }
	calibrate
	# of a call, not of load or unbind
	read -r fn where <<-END
		$(grep -vE ' (load|bind|unbind)$' /tmp/reached | head -n 1)
	END
	[ -n "$where" ] || skip "no call of this class reaches the user half"
	unload_all
	check "kernel half" driver_load || return 1
	watchdog 2000
	for switch in Y N; do
		echo $switch >/sys/module/mdrv/parameters/debugger
		cat >/tmp/commands <<-END
			set confirm off
			set breakpoint pending on
			handle SIGUSR1 nostop noprint pass
			break $fn
			commands
			silent
			bt 3
			shell sleep 6
			continue
			end
			run
		END
		daemon_kill
		gdb -q -batch -x /tmp/commands --args /mdrv/mdrvd --unconfined --foreground "/mdrv/$DRIVER.so" >>$LOG 2>&1 &
		DAEMON=$!
		check "debugger=$switch: attached under gdb" wait_for 60 attached || { cat $LOG; return 1; }
		wait_for 60 device_ready
		timed limited 60 op "$where"
		note "debugger=$switch: $fn in $where: status $RC after $MS ms"
		if [ $switch = Y ]; then
			check "held at a breakpoint for longer than the watchdog" [ "$MS" -ge 5000 ]
			check "and the session lives" attached
		else
			check "without the switch the watchdog ends it" wait_for 10 detached
		fi
	done
	check "gdb was there" grep -q "^#0 .*$fn" $LOG
	killall -9 mdrvd gdb 2>/dev/null
	check "unloads" rmmod "$DRIVER"
}

setup_modules
check "set-up of the class" class_setup || die "nothing to watch"
second_hide
"with_$TOOL"
[ ! -s $LOG ] || { sed 's/^/#   /' $LOG | head -n 60; artifact $LOG; }
rmmod mdrv
