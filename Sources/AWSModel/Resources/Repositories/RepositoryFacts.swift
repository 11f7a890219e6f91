import TerraformModel

extension ResourceCatalog {
  /// Repositories of images and of source code.
  static let repositories: [ResourceFacts] = [
    ResourceFacts(
      "aws_ecr_repository",
      documentation: "https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html",
      name: NamingRule(length: 2...256, characters: .lowercase(and: "-_/.")),
      identifiedBy: ["arn", "repository_url"],
      data: StatefulData("images", in: "image repository"),
      iamPrefix: "ecr",
      safeguards: [
        Safeguard(.deletion, "force_delete", .isFalse, isDefault: true, "is deleted with its images")
      ]),
    ResourceFacts(
      "aws_ecrpublic_repository",
      documentation: "https://docs.aws.amazon.com/AmazonECRPublic/latest/APIReference/API_CreateRepository.html",
      name: NamingRule(argument: "repository_name", length: 2...205, characters: .lowercase(and: "-_/.")),
      data: StatefulData("images", in: "public image repository", named: "repository_name"),
      iamPrefix: "ecr-public"),
    ResourceFacts(
      "aws_codecommit_repository",
      documentation: "https://docs.aws.amazon.com/codecommit/latest/APIReference/API_CreateRepository.html",
      name: NamingRule(argument: "repository_name", length: 1...100, characters: .alphanumerics(and: "._-")),
      data: StatefulData("commits", in: "source repository", named: "repository_name"),
      iamPrefix: "codecommit"),
  ]
}
