import Foundation
import Testing

/// Disks that are really full, and one that nobody may write to.
@Suite(.enabled(if: PrivateDisk.isThere, "needs unshare(1), and leave to mount a tmpfs with it")) struct DiskTests {
  private let old: [String: [UInt8]]
  private let new: [String: [UInt8]]

  init() throws {
    old = try ShopProcess.contents(.before)
    new = try ShopProcess.contents(.after)
  }

  /// The old state fits on each of them, and the new one not before the last: too few blocks, or too few inodes.
  @Test(arguments: [
    (stride(from: 60, through: 300, by: 24).map { "size=\($0)k" }, "size=1m"),
    (stride(from: 24, through: 50, by: 3).map { "nr_inodes=\($0)" }, "nr_inodes=200"),
  ])
  func fullDiskKeepsTheOld(_ small: [String], _ large: String) throws {
    try withFolder { folder in
      let sizes = small.joined(separator: " ")
      let lines = try PrivateDisk.run(
        """
        for size in \(sizes); do
          disk "$size"
          cp -r "$OLD/out" "$DISK"
          code=0
          said=$("$PROGRAM" synth --out "$DISK/out" 2>&1 >/dev/null) || code=$?
          echo "$size:$code:$(tail -n 1 <<<"$said")"
          cp -r "$DISK" "$OLD/../$size"
          mount -o "remount,\(large)" "$DISK"
          "$PROGRAM" synth --out "$DISK/out" >/dev/null 2>&1
          cp -r "$DISK" "$OLD/../$size-later"
          umount "$DISK"
        done
        """, old: old, in: folder)
      #expect(lines.count == small.count)
      for (size, line) in zip(small, lines) {
        let isFull = !line.hasPrefix("\(size):0:")
        #expect(try contents(of: "\(folder)/\(size)") == (isFull ? old : new), "\(line)")
        #expect(try contents(of: "\(folder)/\(size)-later") == new, "\(line)")
        guard isFull else { continue }
        #expect(
          line.hasPrefix("\(size):73:error: cannot create '") || line.hasPrefix("\(size):74:error: cannot write '"))
        #expect(line.hasSuffix(": No space left on device; nothing was changed"), "\(line)")
      }
      #expect(lines.contains { $0.contains(":0:") } && lines.contains { !$0.contains(":0:") })
    }
  }

  /// What is read-only even to root, as a checkout in CI may be.
  @Test func readOnlyDiskIsReadAndKeepsTheOld() throws {
    try withFolder { folder in
      let lines = try PrivateDisk.run(
        """
        disk size=1m
        cp -r "$OLD/out" "$DISK"
        mount -o remount,ro "$DISK"
        for command in "synth" "synth --check" "diff"; do
          code=0
          said=$("$PROGRAM" $command --out "$DISK/out" 2>&1 >/dev/null) || code=$?
          echo "$command:$code:$(tail -n 1 <<<"$said")"
        done
        cp -r "$DISK" "$OLD/../seen"
        """, old: old, in: folder)
      #expect(try contents(of: "\(folder)/seen") == old)
      try #require(lines.count == 3)
      #expect(lines[0].hasPrefix("synth:73:error: cannot create '"))
      #expect(lines[0].hasSuffix(": Read-only file system; nothing was changed"), "\(lines[0])")
      // Where it was built decides whether it is a file or `swift run` that is to be pasted.
      #expect(lines[1].hasPrefix("synth --check:2:run `"), "\(lines[1])")
      #expect(lines[1].hasSuffix("shop-program synth` and commit what it writes"), "\(lines[1])")
      #expect(lines[2] == "diff:2:3 environments changed")
    }
  }

  /// Where work is left over and the reader may not do it, it says so instead of showing the half.
  @Test(.enabled(if: FaultLibrary.isThere, "needs clang and a loader with LD_PRELOAD"))
  func unfinishedChangeOnAReadOnlyDiskIsSaid() throws {
    let library = try #require(FaultLibrary.path)
    try withFolder { folder in
      let lines = try PrivateDisk.run(
        """
        disk size=1m
        cp -r "$OLD/out" "$DISK"
        step=1
        while [[ ! -e $DISK/out/.infra-gen/journal.json ]]; do
          LD_PRELOAD='\(library)' FAULT=kill FAULT_STEP=$step \\
            "$PROGRAM" synth --out "$DISK/out" >/dev/null 2>&1 || true
          step=$((step + 1))
        done
        mount -o remount,ro "$DISK"
        code=0
        said=$("$PROGRAM" diff --out "$DISK/out" 2>&1 >/dev/null) || code=$?
        echo "$code:$said"
        """, old: old, in: folder)
      #expect(lines.count == 1 && lines[0].hasPrefix("74:error: "), "\(lines)")
      #expect(lines[0].contains("Read-only file system") && lines[0].contains("finishes the change"), "\(lines)")
    }
  }
}
