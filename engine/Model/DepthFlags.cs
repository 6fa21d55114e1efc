namespace Workbench.Model;

/// <summary>What a row of depth data says besides side, price and size.</summary>
[Flags]
public enum DepthFlags : byte
{
    /// <summary>A level has that size from now on; 0 removes it.</summary>
    None = 0,

    /// <summary>A snapshot begins with this row: whatever was known before is void. FIX MDReqType, message W.</summary>
    Snapshot = 1,

    /// <summary>The last row of its message: the book is whole again.</summary>
    End = 2,

    /// <summary>Messages were lost before this row: the book is invalid until the next snapshot. Side, price and size say nothing.</summary>
    Gap = 4,
}
