import InfraModel

/// The GitHub Actions workflow: findings as annotations of the pull request and in code scanning.
///
/// Actions are pinned by the digest of a release, because a tag can be moved. The job that builds a pull request can only
/// read the repository; a separate job uploads findings to code scanning.
func initialWorkflow(findingInfraKitAt dependency: InitialPackage.Dependency) -> String {
  """
  name: infrastructure
  on:
    push:
      branches: [main]
    pull_request:
  permissions: {}
  jobs:
    check:
      runs-on: ubuntu-24.04
      container: \(swiftImage.reference)
      permissions:
        contents: read
      steps:
        - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
          with:
            persist-credentials: false
  \(dependency.stepThatLooksForIt)\
        # InfraKit is compiled once for a version: a checkout changes the times of this repository's files and of no other.
        - uses: actions/cache@27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5
          with:
            path: .build
            key: build-\(swiftImage.tag)-${{ hashFiles('Package.swift', 'Package.resolved') }}-${{ github.sha }}
            restore-keys: build-\(swiftImage.tag)-${{ hashFiles('Package.swift', 'Package.resolved') }}-
        - run: swift build --build-tests
        - name: Findings, on the lines of the pull request
          run: swift run infra check --format github
        - name: Findings, for code scanning
          if: ${{ !cancelled() }}
          shell: bash
          run: |
            code=0
            swift run infra check --format sarif > infra-gen.sarif || code=$?
            # 1 means that there are errors, which the step before reports. Anything else is a failure of this step.
            [ "$code" -le 1 ] || exit "$code"
        - uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0
          if: ${{ !cancelled() }}
          with:
            name: findings
            path: infra-gen.sarif
            if-no-files-found: error
        - name: out/ is up to date
          run: swift run infra synth --check
        - name: Generated types are up to date
          run: swift run infra types --check
        - name: Coverage
          if: ${{ !cancelled() }}
          run: swift run infra coverage --format markdown >> "$GITHUB_STEP_SUMMARY"
        - uses: hashicorp/setup-terraform@dfe3c3f87815947d99a8997f908cb6525fc44e9e # v4.0.1
          with:
            terraform_wrapper: false
        - run: swift test
    code-scanning:
      needs: check
      # A pull request from a fork has no permission to write.
      if: ${{ !cancelled() && (github.event_name == 'push' || !github.event.pull_request.head.repo.fork) }}
      runs-on: ubuntu-24.04
      permissions:
        actions: read
        contents: read
        security-events: write
      steps:
        - uses: actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1
          with:
            name: findings
        - uses: github/codeql-action/upload-sarif@8aad20d150bbac5944a9f9d289da16a4b0d87c1e # v4.36.2
          with:
            sarif_file: infra-gen.sarif

  """
}

/// The official image of the toolchain: its tag for readers, its digest for the runner.
private let swiftImage = (
  tag: "6.3.3-noble",
  reference: "swift:6.3.3-noble@sha256:8de8ea332a61e961ead4ef41029c2552b18e1a70dd5942d25ecf7d8de2eec5b5"
)

extension InitialPackage.Dependency {
  /// A path leads out of the repository, to a folder that a runner does not have. This step reports that; a build would only
  /// report that there is no package.
  fileprivate var stepThatLooksForIt: String {
    switch self {
    case .url: ""
    case .path(let path):
      """
            - name: InfraKit exists at the path in Package.swift
              env:
                INFRA_KIT: \(yamlQuoted(path))
              run: |
                [ -f "$INFRA_KIT/Package.swift" ] && exit 0
                echo '::error file=Package.swift::Package.swift depends on InfraKit by a path that does not exist on a runner; depend on a release by its URL and version'
                exit 1

      """
    }
  }
}

/// A double-quoted YAML string, which has JSON's escapes.
private func yamlQuoted(_ text: String) -> String {
  let line = json(.literal(text))
  return String(line.dropLast())
}
