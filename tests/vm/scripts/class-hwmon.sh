# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# Sensors behind i2c-stub, the kernel's emulation of I2C chips: every attribute of
# every kind of chip read and written, and what came to stand in the registers.
CHIPS=${CHIPS:-"0x48:lm75 0x49:tmp112 0x4a:pct2075 0x4b:tmp75b 0x4d:ds1775 0x4e:adt75 0x4f:tmp1075"}
DETECTED=0x4c	# looks like an LM75A, so that the driver finds it itself
VALUES="0 1 -1 250 499 500 -500 999 25000 -25500 80125 127999 -55000 125000 999999 -999999"

stub_bus() {
	local bus
	for bus in /sys/bus/i2c/devices/i2c-*; do
		grep -q 'SMBus stub' "$bus/name" 2>/dev/null && echo "${bus##*-}" && return 0
	done
	return 1
}

# before the driver is loaded
class_setup() {
	local chip list=$DETECTED
	for chip in $CHIPS; do list=$list,${chip%%:*}; done
	modprobe i2c-stub chip_addr="$list" && wait_for 5 stub_bus || return 1
	I2C_BUS=$(stub_bus)
	i2creg "$I2C_BUS" $DETECTED lm75a || return 1
	for chip in $CHIPS; do
		i2creg "$I2C_BUS" "${chip%%:*}" w 0 0x1980	# 25.5 degrees
		i2creg "$I2C_BUS" "${chip%%:*}" b 1 0x00
		i2creg "$I2C_BUS" "${chip%%:*}" w 2 0x4b00	# 75 and 80 degrees
		i2creg "$I2C_BUS" "${chip%%:*}" w 3 0x5000
	done
}

hwmon_of() { basename "$(ls -d "/sys/bus/i2c/devices/$I2C_BUS-00${1#0x}/hwmon/"hwmon* 2>/dev/null)"; }
has_hwmon() { [ -d /sys/class/hwmon/"$(hwmon_of "$1")"/ ] && [ -n "$(hwmon_of "$1")" ]; }

# The chip that the driver detects is there; the others get a device the first time.
device_ready() {
	local chip dir=/sys/bus/i2c/devices
	has_hwmon $DETECTED || return 1
	for chip in $CHIPS; do
		[ -e "$dir/$I2C_BUS-00$(echo "${chip%%:*}" | cut -c3-)" ] ||
			echo "${chip#*:} ${chip%%:*}" >"$dir/i2c-$I2C_BUS/new_device" || return 1
		has_hwmon "${chip%%:*}" || return 1
	done
	works
}
# A chip that nobody answered for while it was looked for, or an attribute while it was
# asked for, is missing until the driver is loaded again; as with a bus that fails.
revive() {
	limited 10 device_ready && return
	unload_all
	driver_load && daemon_start && wait_for 10 attached
}
# what needs no user half
device_works() { has_hwmon $DETECTED && [ "$(cat /sys/class/hwmon/"$(hwmon_of $DETECTED)"/name)" = lm75a ]; }
second_ready() { has_hwmon 0x49; }
second_works() { grep -q tmp112 "/sys/class/hwmon/$(hwmon_of 0x49)/name"; }
works() { cat "/sys/class/hwmon/$(hwmon_of $DETECTED)/temp1_max"; }

registers() {
	local reg
	i2creg "$I2C_BUS" "$1" b 1
	for reg in 2 3; do i2creg "$I2C_BUS" "$1" w $reg; done
	i2creg "$I2C_BUS" "$1" b 4
}

sensor() {
	local dir file value
	dir=/sys/class/hwmon/$(hwmon_of "$1")
	attr show "$dir"/name "$dir"/temp* "$dir"/update_interval
	for file in temp1_max temp1_max_hyst; do
		# shellcheck disable=SC2086 # many values
		attr store "$dir/$file" $VALUES nonsense ''
		registers "$1"
	done
	attr store "$dir/update_interval" 0 1 28 30 55 100 110 220 400 1000 999999 -1 nonsense ''
	registers "$1"
	for value in 0x1980 0xe700 0x7fff 0x8000 0x0001; do
		i2creg "$I2C_BUS" "$1" w 0 $value
		attr show "$dir/temp1_input"
	done
	i2creg "$I2C_BUS" "$1" w 0 0x1980
	attr store "$dir/temp1_max" 80000
	attr store "$dir/temp1_max_hyst" 75000
}

workload() {
	local chip
	for chip in $DETECTED:detected $CHIPS; do
		echo "== ${chip#*:}"
		sensor "${chip%%:*}"
	done
}

# One attribute, all the time; with the value that it has, or the chip, of which the stub
# keeps one copy of each register and not 32, would not be detected again.
load_begin() {
	(
		cd "/sys/class/hwmon/$(hwmon_of $DETECTED)" || exit 1
		while :; do
			cat temp1_input
			echo 80000 >temp1_max
		done
	) >/dev/null 2>&1 &
	LOAD=$!
}
load_end() {
	kill -0 $LOAD || return 1
	kill $LOAD
	wait $LOAD 2>/dev/null
	device_works
}

# -- calls to die in
ops() { printf '%s\n' temp1_input temp1_max temp1_max_hyst update_interval name set_max set_hyst set_interval; }
op() {
	local dir
	dir=/sys/class/hwmon/$(hwmon_of 0x49)
	case $1 in
	set_max) echo 60000 >"$dir/temp1_max" ;;
	set_hyst) echo 50000 >"$dir/temp1_max_hyst" ;;
	set_interval) echo 100 >"$dir/update_interval" ;;
	*) cat "$dir/$1" ;;
	esac
}
