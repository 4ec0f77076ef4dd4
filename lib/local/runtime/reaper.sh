# Reads "+ <pid>" and "- <pid>" from the region; when the region is gone, however it ended, kills what it left running.
trap '' INT TERM HUP
groups=' '
while read -r change pid; do
  case $change in
    +) groups="$groups$pid " ;;
    -) case $groups in *" $pid "*) groups="${groups%% $pid *} ${groups#* $pid }" ;; esac ;;
  esac
done
for pid in $groups; do
  # `kill -9 --` is not POSIX: dash refuses it.
  kill -s KILL -- "-$pid" 2>/dev/null
done
