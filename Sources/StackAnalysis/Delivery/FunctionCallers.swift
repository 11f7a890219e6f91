package import AWSModel
package import TerraformModel

/// One call that a service makes of a function of the stack for a resource of the stack.
package struct FunctionCall: Sendable {
  package let caller: Declaration
  package let type: FunctionCalling
  package let called: CalledFunction
  /// What the service calls for, where the stack declares it.
  package let source: Address?
}

extension DeclaredStack {
  /// Every call of a function of the stack by a service that needs its permission, in the order of declaration.
  package var functionCalls: [FunctionCall] { cached(FunctionCalls.init).all }
}

private struct FunctionCalls: Sendable {
  let all: [FunctionCall]

  init(_ stack: DeclaredStack) {
    let calls = CalledFunctions(stack)
    all = stack.managed(in: ResourceCatalog.aws.functionCalling).flatMap { type, declarations in
      declarations.flatMap { caller -> [FunctionCall] in
        if let role = type.role, caller.block[role] != nil { return [] }
        var found: [FunctionCall] = []
        for path in type.functions {
          guard let value = caller.block[path[0]] else { continue }
          value.forEach(at: path, from: 1, entries: true) { value in
            guard let called = calls.called(by: value, in: caller.region) else { return }
            let source = source(of: caller, type, in: stack)
            found.append(FunctionCall(caller: caller, type: type, called: called, source: source))
          }
        }
        return found
      }
    }
  }
}

private func source(of caller: Declaration, _ type: FunctionCalling, in stack: DeclaredStack) -> Address? {
  switch type.source {
  case .itself: return caller.address
  case .unknown: return nil
  case .argument(let name):
    guard case .text(let text)? = caller.block[name] else { return nil }
    return stack.target(of: text)?.address
  }
}
