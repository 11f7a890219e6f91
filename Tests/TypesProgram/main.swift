// Writes the Swift package with which Scripts/check-types proves the types of whole providers: the types themselves, and a
// stack that has one resource of each with every argument filled.
//
//   types-program DIR PACKAGE aws VERSION      the types of hashicorp/aws, from the schema in infra-gen
//   types-program DIR PACKAGE FILE PROVIDER    those of a provider in the output of `terraform providers schema -json`
//
// PACKAGE is the path of infra-gen. The last argument can be followed by a number: only so many types, evenly chosen.
import Foundation
import ProviderSchemas
import SwiftTypes
import TerraformModel

let words = CommandLine.arguments.dropFirst()
guard words.count >= 4 else {
  print("usage: types-program DIR PACKAGE (aws VERSION | FILE PROVIDER) [NUMBER]")
  exit(64)
}
let (directory, package) = (words[1], words[2])
let (schema, provider) = try chosenSchema(words[3], words[4])
var types: [GeneratedType] = []
for mode in SchemaMode.allCases { types += schema.types(mode).compactMap { GeneratedType($0, mode, in: schema) } }
if words.count > 4, let word = words.dropFirst(4).first, let number = Int(word) {
  let step = max(1, types.count / number)
  types = types.enumerated().filter { $0.offset % step == 0 }.map(\.element)
}
let sources = GeneratedSource.files(for: types, of: provider)
for source in sources { try write(source.text, to: "Sources/Types/\(source.name)") }
let proofs = Dictionary(grouping: types) { $0.type.split(separator: "_").prefix(2).joined(separator: "-") }
for (service, types) in proofs { try write(proof(of: types, named: service), to: "Sources/prove/\(service).swift") }
try write(proofManifest(package: package), to: "Package.swift")
try write(proofProgram(proofs.keys.sorted(), provider: provider), to: "Sources/prove/Prove.swift")
if words[3] != "aws" {
  // Where `prove` finds the schema.
  let schema = URL(fileURLWithPath: words[3]).path
  let listed = #"{"source": "\#(words[4])", "schema": "\#(schema)"}"#
  let lock = #"{"schemaVersion": 1, "folder": "Sources/Types", "providers": [\#(listed)], "files": []}"#
  try write(lock, to: "infra-gen-types.json")
}
print("\(types.count) types in \(sources.count) files, \(sources.reduce(0) { $0 + $1.text.utf8.count }) bytes")

func chosenSchema(_ first: String, _ second: String) throws -> (ProviderSchema, ProviderName) {
  if first == "aws" {
    guard let schema = ProviderSchema.aws.last(where: { $0.version == second }) else {
      print("there is no schema of \(second)")
      exit(64)
    }
    return (schema, ProviderName(source: "hashicorp/aws", version: second))
  }
  let text = try String(contentsOfFile: first, encoding: .utf8)
  let printed = try PrintedSchemas(JSONDocument(parsing: text))
  guard let schema = printed.schemas.first(where: { $0.key.hasSuffix(second) })?.value else {
    print("there is no provider '\(second)' in \(first)")
    exit(64)
  }
  return (schema, ProviderName(source: second, version: ""))
}

func write(_ text: String, to path: String) throws {
  let url = URL(fileURLWithPath: "\(directory)/\(path)")
  try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(text.utf8).write(to: url)
}
