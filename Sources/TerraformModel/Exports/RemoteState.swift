/// The outputs of another stack, out of its state (`data.terraform_remote_state`).
struct RemoteState: Resource {
  static let type = "terraform_remote_state"
  static let mode = Address.Mode.data

  let name: String
  private let backend: String
  private let arguments: Block

  init(of stack: StackIdentity, in backend: Backend) {
    name = "\(stack.stack)-\(stack.environment)"
    (self.backend, arguments) = backend.reading(stack)
  }

  func encode(into block: inout Block) {
    block.set("backend", backend)
    block["config"] = .map(arguments.asMap)
  }
}
