namespace Workbench.Platform.Journals;

/// <summary>What the reader of a segment meets.</summary>
enum FrameKind
{
    /// <summary>The segment ends here, between two frames.</summary>
    End,

    Record,

    Seal,

    /// <summary>Cut short, or not what its checksum says.</summary>
    Damaged,
}
