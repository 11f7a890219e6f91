/// Something that Terraform runs when it creates or destroys a resource (`provisioner`). Its arguments and its connection may
/// read the resource as `Expression.named(.itself)`.
///
/// ```swift
/// let remembered = stack.add(
///   TerraformData("release", remembering: "1.2.3"),
///   provisioners: [.localExec("echo \(Expression.named(.itself).member("input"))")])
/// ```
///
/// Terraform runs it once: what fails leaves the resource tainted, and what is changed later is not run again.
///
/// Source: https://developer.hashicorp.com/terraform/language/provisioners
public struct Provisioner: Hashable, Sendable {
  /// When Terraform runs it.
  public enum Occasion: Hashable, Sendable {
    /// After it has created the resource.
    case creation
    /// `when = destroy`: before it destroys the resource. It may refer to nothing but the resource.
    case destruction
  }

  /// Terraform's name for it, such as `local-exec`.
  public let type: String
  /// Its arguments, in Terraform's words.
  public var arguments: Block
  /// `connection`: how Terraform reaches the machine, in Terraform's words, such as `host` and `private_key`.
  public var connection: Block?
  /// `when`
  public var occasion: Occasion
  /// `on_failure = continue`: whether Terraform goes on where it fails.
  public var continuesOnFailure: Bool

  /// A provisioner of any type, such as `remote-exec` or `file`.
  public init(
    _ type: String, _ arguments: Block, connection: Block? = nil, on occasion: Occasion = .creation,
    continuesOnFailure: Bool = false
  ) {
    self.type = type
    self.arguments = arguments
    self.connection = connection
    self.occasion = occasion
    self.continuesOnFailure = continuesOnFailure
  }

  /// `local-exec`: a command on the machine that runs Terraform.
  public static func localExec(
    _ command: Text, environment: [String: Text] = [:], on occasion: Occasion = .creation,
    continuesOnFailure: Bool = false
  ) -> Provisioner {
    var arguments: Block = ["command": .text(command)]
    if !environment.isEmpty { arguments["environment"] = environment.value }
    return Provisioner("local-exec", arguments, on: occasion, continuesOnFailure: continuesOnFailure)
  }

  /// `{"local-exec": {…}}`: `when` and `on_failure` are words of Terraform's language, not texts.
  var block: Block {
    var body = arguments
    if let connection { body["connection"] = .blocks([connection]) }
    if occasion == .destruction { body["when"] = .literal("destroy") }
    if continuesOnFailure { body["on_failure"] = .literal("continue") }
    return Block(uniqueArguments: [(type, .blocks([body]))])
  }
}
