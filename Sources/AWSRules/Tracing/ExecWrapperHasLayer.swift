import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let execWrapperHasLayer: RuleID = "exec-wrapper-has-layer"
}

struct ExecWrapperHasLayer: Rule {
  static let description = RuleDescription(
    id: .execWrapperHasLayer,
    title: "A function with a wrapper script in /opt has a layer that contains it",
    rationale: """
      Only layers put files below `/opt`. Without the layer, Lambda finds no script to start the runtime with, and \
      every start of the function fails.
      """,
    sources: [
      "T21", "https://aws-otel.github.io/docs/getting-started/lambda",
      "https://docs.aws.amazon.com/lambda/latest/dg/runtimes-modify.html",
    ],
    subjects: [LambdaFunction.self],
    good: [
      Example("The layer of OpenTelemetry for Python contains the wrapper") { stack in
        let python: ARN<Layer> = ARN(
          "arn:aws:lambda:us-east-1:901920570463:layer:aws-otel-python-amd64-ver-1-32-0:2")
        stack.add(
          LambdaFunction(
            "ingest",
            code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler", layers: [python]),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["AWS_LAMBDA_EXEC_WRAPPER": "/opt/otel-instrument"], logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("The package contains the wrapper") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["AWS_LAMBDA_EXEC_WRAPPER": "/var/task/start.sh"], logging: .json(to: "/aws/lambda/ingest")))
      },
    ],
    bad: [
      Counterexample("No layer at all") { stack in
        let function = LambdaFunction(
          "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
          role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
          environment: ["AWS_LAMBDA_EXEC_WRAPPER": "/opt/otel-handler"], logging: .json(to: "/aws/lambda/ingest"))
        return [stack.add(function).address]
      }
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(LambdaFunction.self).evaluateEach { function throws(DecodingFailure) in
      // An image has what it was built with below /opt.
      guard let wrapper = try function.execWrapper(in: stack), wrapper.hasPrefix("/opt/"),
        try function[\.code.image] == nil, try function[\.code.layers].isEmpty
      else { return nil }
      return finding(
        on: function, "function '\(function.name)' starts through '\(wrapper)' but has no layer that could contain it",
        fix: "add the layer with '\(wrapper)' to '\(function.name)', or remove 'AWS_LAMBDA_EXEC_WRAPPER'")
    }
  }
}
