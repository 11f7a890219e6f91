extension DeclaredResource<TerraformData> {
  /// `output`: the input, known once Terraform has remembered it.
  public var output: Expression { .text(attribute("output")) }
  /// `id`: made anew with each replacement.
  public var dataID: Text { attribute("id") }
}
