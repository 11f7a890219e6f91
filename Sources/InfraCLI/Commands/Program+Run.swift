import InfraModel

extension Program {
  /// Runs a command line, without the program's own name.
  func run(_ arguments: [String]) -> Outcome {
    do {
      return try Invocation(arguments).command.run(in: self)
    } catch UsageError.unexpected(let word, let command) where stacks.contains(where: { $0.name == word }) {
      let error = UsageError.operandIsStack(word, command: command)
      return Outcome(log: "error: \(inLine(error.message(from: name)))\n", code: .usage)
    } catch let error as UsageError {
      return Outcome(log: "error: \(inLine(error.message(from: name)))\n", code: .usage)
    } catch let error as EvaluationError {
      return Outcome(log: "error: \(inLine(error.message(from: name)))\n", code: .usage)
    } catch let error as TypesError {
      return Outcome(log: "error: \(inLine(error.message(from: name)))\n", code: error.exitCode)
    } catch let error as FileError {
      return Outcome(log: "error: \(inLine(error.message))\n", code: error.exitCode)
    } catch let error as ModifiedFiles {
      return Outcome(log: "error: \(inLine(error.message(from: name)))\n", code: .cannotCreate)
    } catch let error as InputError {
      return Outcome(log: "error: \(inLine(error.message(from: name)))\n", code: error.exitCode)
    } catch {
      return Outcome(log: "error: \(inLine("\(error)")); this is an internal error of infra-gen\n", code: .ownFault)
    }
  }
}
