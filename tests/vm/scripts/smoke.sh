# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# The harness itself: native 8139cp against the peer on the hub.
check "native 8139cp loads" modprobe 8139cp
check "peer comes up" peer_up
us=$(dev_of 8139cp) || die "no interface of 8139cp"
check "link of $us" us_up "$us"
check "20 pings" ping_peer 20
check "iperf3 server" iperf_server
note "sent     $(iperf 5) bit/s"
note "received $(iperf 5 -R) bit/s"
check "ethtool -i names the driver" sh -c "ethtool -i $us | grep -q 'driver: 8139cp'"
refute "ethtool of a missing interface fails" ethtool nosuch0
echo artifact >/tmp/proof.txt
artifact /tmp/proof.txt
