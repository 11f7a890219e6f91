/// What GitHub runs on every change: findings on the lines of the pull request, and in code scanning.
let initialWorkflow = """
  name: infrastructure
  on:
    push:
      branches: [main]
    pull_request:
  permissions:
    contents: read
    security-events: write
  jobs:
    check:
      runs-on: ubuntu-latest
      container: swift:6.1
      steps:
        - uses: actions/checkout@v4
        - run: swift build --build-tests
        - name: Findings, on the lines of the pull request
          run: swift run infra check --format github
        - name: Findings, for code scanning
          if: always()
          run: swift run infra check --format sarif > infra-gen.sarif || true
        - uses: github/codeql-action/upload-sarif@v3
          if: always()
          with:
            sarif_file: infra-gen.sarif
        - name: out/ is what the stacks say
          run: swift run infra synth --check
        - name: What watches what
          if: always()
          run: swift run infra coverage --format markdown >> "$GITHUB_STEP_SUMMARY"
        - uses: hashicorp/setup-terraform@v3
          with:
            terraform_wrapper: false
        - run: swift test

  """
