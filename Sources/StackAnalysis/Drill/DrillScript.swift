public import TerraformModel

/// A shell script that sets the alarms of a stack to ALARM, one by one, and prints what each should notify. It changes
/// nothing unless it is run with `--run`.
public struct DrillScript: Sendable {
  public let text: String

  public init(of stack: DeclaredStack) {
    let drills = stack.drills
    let calls = drills.map { drill -> String in
      guard let name = drill.name else {
        return "# \(inComment("\(drill.address)")) is omitted: only Terraform knows its name."
      }
      let arguments = [drill.region.rawValue, drill.kind.rawValue, name, drill.listenersText, drill.compositesText]
      return "ring \(arguments.map(shellQuoted).joined(separator: " "))"
    }
    text = """
      #!/bin/sh
      # Tests the alarms of \(inComment("\(stack.identity)")): sets each to ALARM, prints what it should notify, and sets it back to its previous state.
      # Names and regions assume the variables' defaults. Written by infra-gen.
      #
      #   sh test-alarms.sh                 prints what would be done, and changes nothing
      #   sh test-alarms.sh --run           sets the alarms; after each it waits for Enter, or for DRILL_SECONDS
      #   sh test-alarms.sh [--run] NAME…   the same for these alarms only

      \(preamble)
      \(calls.joined(separator: "\n"))

      \(ending)

      """
  }
}

extension AlarmDrill {
  fileprivate var listenersText: String {
    subscribers.isEmpty ? "nothing: it has no action" : subscribers.map(\.description).joined(separator: ", ")
  }

  fileprivate var compositesText: String { composites.joined(separator: ", ") }
}

/// The word in single quotes, within which only the closing quote is special to a shell.
func shellQuoted(_ word: String) -> String {
  "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
}

/// The text on one line, for a shell comment.
private func inComment(_ text: String) -> String {
  String(text.map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 0x20 } ? " " : $0 })
}

/// A composite alarm that was set by hand keeps its state until one of its alarms changes, and a metric alarm until its
/// next evaluation, which takes hours for a billing metric: so the script sets both back.
private let preamble = #"""
  set -eu

  run=no
  case "${1-}" in
    --run) run=yes; shift ;;
    -*) echo "usage: sh $0 [--run] [NAME…]" >&2; exit 64 ;;
  esac
  only=
  if [ $# -gt 0 ]; then only=$(printf '%s\n' "$@"); fi
  rung=0
  failed=0
  held=no

  # set_state STATE REASON
  set_state() {
    aws cloudwatch set-alarm-state --region "$region" --alarm-name="$name" --state-value "$1" --state-reason "$2"
  }

  # The state of the alarm, or nothing if AWS has no such alarm.
  state() {
    aws cloudwatch describe-alarms --region "$region" --alarm-types "$kind" --alarm-names="$name" \
      --query "${kind}s[0].StateValue" --output text
  }

  # Sets the alarm back, however the script ends.
  release() {
    [ "$held" = yes ] || return 0
    held=no
    if set_state "$before" 'The drill is over'; then
      echo "    set back to $before"
    else
      echo "    NOT set back to $before; do it by hand" >&2
      failed=1
    fi
  }
  trap release EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM

  wait_for_people() {
    if [ -n "${DRILL_SECONDS-}" ]; then
      sleep "$DRILL_SECONDS"
    elif [ -t 0 ]; then
      printf '    Press Enter once the notification has arrived '
      read -r _ || :
    else
      sleep 60
    fi
  }

  # ring REGION KIND NAME LISTENERS COMPOSITES
  ring() {
    region=$1 kind=$2 name=$3
    if [ -n "$only" ] && ! printf '%s\n' "$only" | grep -Fqx -e "$name"; then return 0; fi
    rung=$((rung + 1))
    printf '%s (%s)\n    notifies %s\n' "$name" "$region" "$4"
    if [ -n "$5" ]; then printf '    may also set %s to ALARM\n' "$5"; fi
    if [ "$run" = no ]; then
      echo '    would be set to ALARM and back'
      return 0
    fi
    before=$(state) || before=unknown
    case "$before" in
      OK | INSUFFICIENT_DATA) ;;
      ALARM)
        echo '    is already in ALARM, so it is skipped'
        return 0
        ;;
      *)
        echo "    not found in $region" >&2
        failed=1
        return 0
        ;;
    esac
    held=yes
    if set_state ALARM 'This is a drill'; then
      echo '    set to ALARM'
      wait_for_people
    else
      echo '    cannot be set' >&2
      held=no
      failed=1
    fi
    release
  }

  """#

private let ending = #"""
  if [ -n "$only" ] && [ "$rung" -eq 0 ]; then
    echo 'no alarm has that name' >&2
    exit 64
  fi
  if [ "$run" = no ]; then echo "$rung alarms, none changed; to test them, run: sh $0 --run"; fi
  exit "$failed"
  """#
