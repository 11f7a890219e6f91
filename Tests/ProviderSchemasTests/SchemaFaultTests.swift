import ProviderSchemas
import TerraformModel
import Testing

@Suite struct SchemaFaultTests {
  private func faults(_ type: String, _ block: Block) throws -> [String] {
    let schema = try #require(ProviderSchema.aws.first?.block(of: type))
    return schema.faults(in: block).map { "\($0.path.joined(separator: ".")): \($0.problem)" }
  }

  private let pool: Block = ["name": "users"]

  private func pool(_ more: Block) throws -> [String] {
    var block = pool
    block.merge(more)
    return try faults("aws_cognito_user_pool", block)
  }

  @Test func whatTheProviderTakesIsNoFault() throws {
    #expect(try pool([:]) == [])
    #expect(try pool(["password_policy": .blocks([["minimum_length": 12]])]) == [])
    #expect(try pool(["password_policy": .list([.map(["minimum_length": 12])])]) == [])
    #expect(try pool(["password_policy": .map(["minimum_length": 12])]) == [])
    #expect(try pool(["password_policy": .blocks([["minimum_length": "12"]])]) == [])
    #expect(try pool(["alias_attributes": ["email"], "tags": ["team": "shop"]]) == [])
    // An expression is of the kind that it turns out to be.
    #expect(try pool(["alias_attributes": .text(Text(.local("aliases")))]) == [])
    // Terraform's own.
    #expect(try pool(["count": 2, "lifecycle": .blocks([["prevent_destroy": true]])]) == [])
    #expect(try pool(["schema": .blocks([])]) == [])
  }

  @Test func unknownNamesHaveTheNearestOnes() throws {
    #expect(try pool(["nam": "x"]) == ["nam: unknown(nearest: [\"name\"])"])
    #expect(
      try pool(["password_policy": .blocks([["minimum_lenght": 1]])]) == [
        "password_policy.minimum_lenght: unknown(nearest: [\"minimum_length\"])"
      ])
    #expect(try pool(["password_policy": .map(["minimum_lenght": 1])]).count == 1)
    // What cannot be set is not suggested.
    #expect(try pool(["arns": "x"]).contains { $0.contains("\"arn\"") } == false)
  }

  @Test func kindsThatTerraformDoesNotConvertAreFaults() throws {
    let wrong: [Block] = [
      ["alias_attributes": "email"], ["alias_attributes": 1], ["tags": "x"], ["tags": ["x"]], ["name": ["x"]],
      ["name": .map(["a": "b"])], ["password_policy": "x"], ["password_policy": true],
      ["password_policy": .blocks([["minimum_length": "many"]])],
      ["password_policy": .blocks([["require_numbers": 1]])],
      ["password_policy": .blocks([["minimum_length": true]])],
      ["alias_attributes": .text(Text("\(Text(.local("a")))-b"))],
    ]
    for block in wrong {
      let found = try pool(block)
      #expect(found.count == 1 && found[0].contains("wrongKind"), "\(block): \(found)")
    }
  }

  @Test func whatHasToBeThereIsMissed() throws {
    #expect(try faults("aws_cognito_user_pool", [:]) == ["name: missing"])
    #expect(
      try pool(["lambda_config": .blocks([["custom_email_sender": .blocks([[:]])]])]) == [
        "lambda_config.custom_email_sender.lambda_arn: missing",
        "lambda_config.custom_email_sender.lambda_version: missing",
      ])
    let rule: Block = ["listener_arn": "arn", "action": .blocks([["type": "forward"]]), "condition": .blocks([])]
    #expect(try faults("aws_lb_listener_rule", rule) == ["condition: missing"])
  }

  @Test func blocksAreCounted() throws {
    #expect(try pool(["password_policy": .blocks([[:], [:]])]) == ["password_policy: tooMany(1)"])
    let dynamic = (["name": "users"] as Block).nesting("password_policy", forEach: .local("some")) { _ in
      ["minimum_length": 12]
    }
    #expect(try faults("aws_cognito_user_pool", dynamic) == [])
    let misspelt = (["name": "users"] as Block).nesting("password_policy", forEach: .local("some")) { _ in
      ["length": 12]
    }
    #expect(try faults("aws_cognito_user_pool", misspelt).count == 1)
    let unknown = (["name": "users"] as Block).nesting("passwords", forEach: .local("some")) { _ in [:] }
    #expect(try faults("aws_cognito_user_pool", unknown).count == 1)
  }

  @Test func whatOnlyTheProviderSetsIsAFault() throws {
    #expect(try pool(["arn": "x"]) == ["arn: readOnly"])
    #expect(try faults("aws_s3_bucket", ["acl": "private"]) == ["acl: deprecated"])
  }

  /// 2,000 arguments with one letter more, less, or another one, in a fixed random order.
  @Test func everyMisspeltNameIsFoundWithTheRightOne() throws {
    var random = Random(state: 19)
    var tried = 0
    for schema in ProviderSchema.aws {
      let types = schema.types()
      for _ in 0..<1_000 {
        let block = try #require(schema.block(of: types[random.below(types.count)]))
        let names = block.members.filter(\.isSettable).map(\.name)
        guard !names.isEmpty else { continue }
        let name = names[random.below(names.count)]
        var letters = Array(name)
        let letter = Character(UnicodeScalar(UInt8(97 + random.below(26))))
        let place = random.below(letters.count)
        switch random.below(3) {
        case 0: letters.remove(at: place)
        case 1: letters.insert(letter, at: place)
        default: letters[place] = letter
        }
        let misspelt = String(letters)
        // It may be another name of the block, or a meta-argument.
        guard block[misspelt] == nil, !["", "count", "dynamic"].contains(misspelt) else { continue }
        tried += 1
        let fault = block.faults(in: Block(uniqueArguments: [(misspelt, "x")])).first { $0.path == [misspelt] }
        guard case .unknown(let nearest)? = fault?.problem, nearest.contains(name) else {
          Issue.record("\(misspelt) for \(name): \(String(describing: fault))")
          continue
        }
      }
    }
    #expect(tried > 2_000)
  }
}

/// https://prng.di.unimi.it/splitmix64.c
private struct Random {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((word ^ (word >> 31)) % UInt64(bound))
  }
}
