extension InstanceImport {
  /// - Parameters:
  ///   - instances: The resource of a generated type whose instances are taken in.
  ///   - members: A map or a set of texts, whose keys are those of the instances. Terraform has to know all of it.
  ///   - id: The id of each.
  public init<Source: GeneratedResource>(
    of instances: DeclaredBlocks<Source, String>, forEach members: Expression, _ id: (EachInstance) -> Text
  ) {
    let each = EachInstance()
    self.init(instances.address, members, to: instances[each.key].reference(to: ""), id: id(each))
  }
}
