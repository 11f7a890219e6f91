import InfraModel

/// The `terraform` block: which provider was tested, and where the state is.
func terraform(of stack: DeclaredStack) -> Block {
  var terraform: Block = ["required_providers": .blocks([requiredProviders(of: stack)])]
  if let (type, arguments) = stack.backend.block(for: stack.identity) {
    terraform["backend"] = .blocks([Block(uniqueArguments: [(type, .blocks([arguments]))])])
  }
  if case .cloud(let workspaces) = stack.backend {
    terraform["cloud"] = .blocks([workspaces.block(for: stack.identity)])
  }
  return terraform
}

private func requiredProviders(of stack: DeclaredStack) -> Block {
  var required: Block = [
    "aws": .blocks([["source": .literal("hashicorp/aws"), "version": .literal(stack.providerConstraint)]])
  ]
  for provider in stack.providers.map(\.provider) where provider.name != "aws" {
    var block: Block = ["source": .literal(provider.source)]
    if let version = provider.version { block["version"] = .literal(version) }
    required[provider.name] = .blocks([block])
  }
  return required
}

/// `versions.tf`: the oldest Terraform or OpenTofu that takes the configuration.
///
/// In Terraform's own language, for checkov stops at a `required_version` in JSON and then checks nothing at all. The
/// versions are digits and points, so there is nothing in it to escape.
func versionsFile(of stack: DeclaredStack) -> [UInt8] {
  let newest = stack.versions.newestTerraform.map { ", < \($0.next)" } ?? ""
  return Array("terraform {\n  required_version = \">= \(stack.oldestTerraform)\(newest)\"\n}\n".utf8)
}

/// What a `versions.tf` asks of Terraform; `nil` where it asks nothing.
func requiredVersion(in bytes: [UInt8]) -> String? {
  for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
    let words = line.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " && $0 != "\t" } }
    guard words.count == 2, words[0] == "required_version" else { continue }
    return line.split(separator: "\"", omittingEmptySubsequences: false).dropFirst().first.map(String.init)
  }
  return nil
}

/// The configurations of each provider, by its name. Always in a list, for checkov reads no single provider.
func providers(of stack: DeclaredStack) -> [(name: String, blocks: [Block])] {
  var others: [String: [Block]] = [:]
  for provider in stack.providers.map(\.provider) {
    var block = provider.arguments
    if let alias = provider.alias { block["alias"] = .literal(alias) }
    if let region = provider.region, region != .unknown { block["region"] = region.value }
    others[provider.name, default: []].append(block)
  }
  let aws = awsProviders(of: stack) + (others.removeValue(forKey: "aws") ?? [])
  return [("aws", aws)] + others.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
}

/// The default AWS provider in the stack's own region, and an alias for each other region that something lives in.
private func awsProviders(of stack: DeclaredStack) -> [Block] {
  let regions = Set(stack.declarations.filter(stack.needsAlias).map(\.region))
  let aliased = regions.sorted { $0.rawValue < $1.rawValue }.map { region in
    var provider = provider(in: region, of: stack)
    provider["alias"] = .literal(alias(of: region))
    return provider
  }
  var home = provider(in: stack.homeRegion, of: stack)
  if let region = stack.regionInput { home["region"] = region.value }
  return [home] + aliased
}

private func provider(in region: Region, of stack: DeclaredStack) -> Block {
  var provider = stack.providerArguments
  if region != .unknown { provider["region"] = region.value }
  if let account = stack.account { provider["allowed_account_ids"] = [account.rawValue.value] }
  let own = stack.ownTags
  if let tags = stack.tagsInput {
    let merged = Expression.call("merge", [.literal(.map(own)), .text(tags.text)])
    provider["default_tags"] = .blocks([["tags": .text(Text(merged))]])
  } else if !own.isEmpty {
    provider["default_tags"] = .blocks([["tags": .map(own)]])
  }
  return provider
}

extension DeclaredStack {
  /// The stack's tags, with the environment that a variable decides.
  fileprivate var ownTags: [String: Value] {
    var own = tags.mapValues(\.value)
    if let environmentInput { own["Environment"] = environmentInput.value }
    return own
  }

  /// Whether the default provider may be somewhere else than this is: where a variable decides about the default, the
  /// region of its default is no exception.
  func needsAlias(_ declaration: Declaration) -> Bool {
    declaration.provider == nil
      && (declaration.region != homeRegion || (regionInput != nil && declaration.isPinned))
  }
}

/// `us-east-1` as a provider's alias, `us_east_1`.
func alias(of region: Region) -> String {
  Address.label(for: region.rawValue)
}
