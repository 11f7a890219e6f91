/// A file or folder that cannot be made, read or written, and the system's own word for why.
enum FileError: Error {
  case cannotCreate(path: String, reason: String)
  case cannotRead(path: String, reason: String)
  case cannotWrite(path: String, reason: String)
}

extension FileError {
  var message: String {
    switch self {
    case .cannotCreate(let path, let reason): "cannot create '\(path)': \(reason); nothing was changed"
    case .cannotRead(let path, let reason): "cannot read '\(path)': \(reason); nothing was changed"
    case .cannotWrite(let path, let reason): "cannot write '\(path)': \(reason); nothing was changed"
    }
  }

  var exitCode: ExitCode {
    switch self {
    case .cannotCreate: .cannotCreate
    case .cannotRead, .cannotWrite: .inputOutput
    }
  }
}
