public import TerraformModel

/// A shell script that checks a stack's prerequisites with the AWS CLI, version 2, and changes nothing. It prints a line
/// for each, and ends with 1 if one is missing.
public struct PrerequisiteScript: Sendable {
  public let text: String

  public init(of stack: DeclaredStack) {
    let lines = stack.prerequisites.map(\.call)
    text = """
      #!/bin/sh
      # Checks what \(oneLine("\(stack.identity)")) needs besides Terraform. It changes nothing. Written by infra-gen.
      #
      #   sh prerequisites.sh [DIR]   DIR: the directory with terraform.tfvars; by default this one
      #
      # Exit code: 0 if nothing is missing, 1 if something is.

      region=\(shellQuoted(stack.homeRegion.rawValue))
      \(preamble)
      \(lines.joined(separator: "\n"))

      exit "$missing"

      """
  }
}

extension Prerequisite {
  /// The line of the script that checks it.
  fileprivate var call: String {
    let title = shellQuoted(oneLine("\(kind.title) \(name)"))
    let provision = shellQuoted(oneLine(provision))
    if kind == .variable { return "variable \(name.shellWord) \(title) \(provision)" }
    guard let check else { return "by_hand \(title) \(provision)" }
    let words = check.words.map(\.shellWord).joined(separator: " ")
    return "check \(check.expectation.shellWords) \(title) \(provision) \(words)"
  }
}

extension Prerequisite.Check.Expectation {
  fileprivate var shellWords: String {
    switch self {
    case .succeeds: "succeeds ''"
    case .printsSomething: "something ''"
    case .prints(let answer): "exactly \(shellQuoted(answer))"
    case .printsAtLeast(let number): "at-least \(number)"
    case .printsNothingBut(let word): "nothing-but \(shellQuoted(word))"
    }
  }
}

extension OutsideName {
  /// One word of the shell, whatever is in it.
  fileprivate var shellWord: String {
    let whole = parts.map { part in
      switch part {
      case .literal(let literal): shellQuoted(literal)
      case .account: #""$account""#
      case .variable(let name, let assumed): #""$(value \#(shellQuoted(name)) \#(shellQuoted(assumed)))""#
      }
    }.joined()
    guard let start else { return whole.isEmpty ? "''" : whole }
    return #""$(after \#(shellQuoted(String(start))) \#(whole))""#
  }
}

/// On one line, and without the marks that stand for code in a text: to a shell they are commands.
private func oneLine(_ text: String) -> String {
  String(text.compactMap { $0 == "`" ? nil : $0.isNewline ? " " : $0 })
}

private let preamble = #"""
  set -u

  directory=${1-.}
  missing=0
  account=$(aws sts get-caller-identity --region "$region" --query Account --output text 2>/dev/null) || account=ACCOUNT

  # given NAME: the value of a variable, of which Terraform takes that of a file before that of the environment.
  given() {
    for file in "$directory"/*.auto.tfvars "$directory"/terraform.tfvars; do
      [ -f "$file" ] || continue
      found=$(sed -n \
        -e "s/^[[:space:]]*$1[[:space:]]*=[[:space:]]*\"\([^\"]*\)\".*/\1/p" \
        -e "s/^[[:space:]]*$1[[:space:]]*=[[:space:]]*\([^\"[:space:]#]\{1,\}\).*/\1/p" "$file" | head -n 1)
      if [ -n "$found" ]; then
        printf '%s' "$found"
        return
      fi
    done
    env | sed -n "s/^TF_VAR_$1=//p" | head -n 1
  }

  # value NAME ASSUMED
  value() {
    found=$(given "$1")
    printf '%s' "${found:-$2}"
  }

  # after CHARACTER TEXT: what follows the last of these characters
  after() {
    printf '%s' "${2##*"$1"}"
  }

  fail() {
    printf 'MISSING  %s: %s\n' "$1" "$2"
    missing=1
  }

  by_hand() {
    printf 'by hand  %s: %s\n' "$1" "$2"
  }

  # variable NAME TITLE PROVISION
  variable() {
    if [ -n "$(given "$1")" ]; then printf 'ok       %s\n' "$2"; else fail "$2" "$3"; fi
  }

  # check EXPECTATION VALUE TITLE PROVISION WORD...: calls the AWS CLI with the words
  check() {
    expectation=$1 wanted=$2 title=$3 provision=$4
    shift 4
    if ! answer=$(aws "$@" 2>/dev/null); then
      fail "$title" "$provision"
      return
    fi
    [ "$answer" != None ] || answer=
    met=no
    case $expectation in
      succeeds) met=yes ;;
      something) [ -z "$answer" ] || met=yes ;;
      exactly) [ "$answer" != "$wanted" ] || met=yes ;;
      at-least) [ "${answer:-0}" -lt "$wanted" ] || met=yes ;;
      nothing-but)
        if [ -z "$answer" ]; then
          met=yes
        elif [ -n "$wanted" ]; then
          case $answer in *"$wanted"*) met=yes ;; esac
        fi
        ;;
    esac
    if [ "$met" = yes ]; then printf 'ok       %s\n' "$title"; else fail "$title" "$provision"; fi
  }

  """#
