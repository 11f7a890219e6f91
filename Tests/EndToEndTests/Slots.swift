import Foundation

/// Bounds how many directories are applied at once. Two a core: half of a life is spent waiting, because the provider
/// creates one function at a time and looks at each only after five seconds.
actor Slots {
  static let shared = Slots(2 * ProcessInfo.processInfo.activeProcessorCount)

  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  private init(_ count: Int) {
    free = count
  }

  nonisolated func run<Result: Sendable>(_ body: @Sendable () async throws -> Result) async rethrows -> Result {
    await take()
    do {
      let result = try await body()
      await release()
      return result
    } catch {
      await release()
      throw error
    }
  }

  private func take() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  private func release() {
    if waiting.isEmpty {
      free += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
