// The former spellings of the public API. They compile for one more release, with a warning that names the new one.
public import InfraModel

@available(*, deprecated, renamed: "expectNoFindings(in:of:)")
public func expectNothing(in example: Example, of rule: any Rule.Type) {
  expectNoFindings(in: example, of: rule)
}
