/// A file or folder that cannot be made, read or written, and the system's own word for why.
enum FileError: Error {
  case cannotCreate(path: String, reason: String)
  case cannotRead(path: String, reason: String)
  case cannotWrite(path: String, reason: String)
  case cannotLock(path: String, reason: String)
  /// A symbolic link, a device or another disk stands where a folder or file of out/ should be.
  case notOurs(path: String, reason: String)
  /// Something went wrong when the first file had taken its place already.
  case unfinished(path: String, reason: String)
  /// Of several documents some are written, and this one and those after it are not.
  case partlyWritten(path: String, reason: String, done: Int, of: Int)
}

extension FileError {
  var message: String {
    switch self {
    case .cannotCreate(let path, let reason): "cannot create '\(path)': \(reason); nothing was changed"
    case .cannotRead(let path, let reason): "cannot read '\(path)': \(reason); nothing was changed"
    case .cannotWrite(let path, let reason): "cannot write '\(path)': \(reason); nothing was changed"
    case .cannotLock(let path, let reason): "cannot have '\(path)' to itself: \(reason); nothing was changed"
    case .notOurs(let path, let reason): "'\(path)' is \(reason); nothing was changed"
    case .partlyWritten(let path, let reason, let done, let count):
      "cannot write '\(path)': \(reason); \(done) of \(count) files are written"
    case .unfinished(let path, let reason):
      "'\(path)' has not taken its place: \(reason); everything is written and waits beside it, and the next "
        + "infra-gen that looks at the folder and may write there finishes the work"
    }
  }

  var exitCode: ExitCode {
    switch self {
    case .cannotCreate, .notOurs: .cannotCreate
    case .cannotRead, .cannotWrite, .cannotLock, .unfinished, .partlyWritten: .inputOutput
    }
  }
}
