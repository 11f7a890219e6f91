/// A resource as a rule sees it, the same whether Swift declared it by type, as a `RawResource`, with extra arguments,
/// or a plan has it. Any argument may be unknown:
///
/// ```swift
/// let timeout = try function[\.timeout]
/// ```
///
/// throws where the timeout cannot be told, and the engine answers `unknown` for this subject alone.
public struct Subject<Model: TypedResource>: Sendable, DeclaredResource {
  public let declaration: Declaration
  public let stack: StackIdentity
  /// What Swift declared, with nothing added: then every argument is what the type says. Subjects are copied all the
  /// time, and a model may have dozens of properties.
  private let declared: Shared<Model>?

  /// - Returns: `nil` for a declaration of another type.
  package init?(_ declaration: Declaration, in stack: DeclaredStack) {
    guard declaration.address.type == Model.type, declaration.address.mode == Model.mode else { return nil }
    self.declaration = declaration
    self.stack = stack.identity
    // What was read of a plan may hold stand-ins for what only Swift says.
    declared = stack.isPlanned ? nil : (declaration.resource as? Model).map(Shared.init)
  }

  /// The value of an argument, AWS's default where it is left out.
  ///
  /// - Throws: Where it cannot be told: Terraform knows it only after apply, a required argument is missing, or the model
  ///   has no word for it.
  public subscript<T: Sendable>(path: KeyPath<Model, T>) -> T {
    get throws(DecodingFailure) {
      guard let declared else { return try block[path] }
      if declaration.extraArguments.isEmpty { return Property.value(of: declared.value, at: path) }
      // An extra argument may have replaced it, unless no argument holds it.
      let isSwiftOnly = Model.arguments.reader(of: path)?.isSwiftOnly ?? true
      return isSwiftOnly ? Property.value(of: declared.value, at: path) : try block[path]
    }
  }

  /// Whether the provider's argument of this name is set, to whatever.
  public func isSet(_ argument: String) -> Bool { declaration.block[argument] != nil }

  private var block: BlockView<Model> { BlockView(BlockDecoder(declaration.block)) }
}

/// A value that copies share.
private final class Shared<Value: Sendable>: Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }
}

extension DeclaredStack {
  /// Everything of one type, in the order of declaration: declared by its type, as a raw resource, or planned.
  public func subjects<Model: TypedResource>(_: Model.Type) -> [Subject<Model>] {
    cached { stack in stack.managed(Model.type).compactMap { Subject<Model>($0, in: stack) } }
  }

  /// The declaration that an ARN or another single reference points at, where it is of this type.
  public func target<Model: TypedResource>(of text: Text, as _: Model.Type) -> Subject<Model>? {
    target(of: text).flatMap { Subject($0, in: self) }
  }
}
