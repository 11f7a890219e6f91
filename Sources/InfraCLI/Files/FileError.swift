/// A file or folder that cannot be created, read or written, with the system's reason.
enum FileError: Error {
  case cannotCreate(path: String, reason: String)
  case cannotRead(path: String, reason: String)
  /// An input file that a command only reads.
  case noSuchFile(path: String)
  case cannotWrite(path: String, reason: String)
  case cannotLock(path: String, reason: String)
  /// A symbolic link, a device or another disk is in the place of a folder or file of out/.
  case notOurs(path: String, reason: String)
  /// An error after the first file was already replaced.
  case unfinished(path: String, reason: String)
  /// Some of several documents are written; this one and those after it are not.
  case partlyWritten(path: String, reason: String, done: Int, of: Int)
}

extension FileError {
  var message: String {
    switch self {
    case .cannotCreate(let path, let reason): "cannot create '\(path)': \(reason); nothing was changed"
    case .cannotRead(let path, let reason): "cannot read '\(path)': \(reason); nothing was changed"
    case .noSuchFile(let path): "cannot read '\(path)': there is no such file"
    case .cannotWrite(let path, let reason): "cannot write '\(path)': \(reason); nothing was changed"
    case .cannotLock(let path, let reason): "cannot lock '\(path)': \(reason); nothing was changed"
    case .notOurs(let path, let reason): "'\(path)' is \(reason); nothing was changed"
    case .partlyWritten(let path, let reason, let done, let count):
      "cannot write '\(path)': \(reason); \(done) of \(count) files are written"
    case .unfinished(let path, let reason):
      "'\(path)' was not replaced: \(reason); all new files are staged next to it, and the next run of infra-gen "
        + "that may write to the folder finishes the change"
    }
  }

  var exitCode: ExitCode {
    switch self {
    case .cannotCreate, .notOurs: .cannotCreate
    case .cannotRead, .noSuchFile, .cannotWrite, .cannotLock, .unfinished, .partlyWritten: .inputOutput
    }
  }
}
