namespace Workbench.Scripting.Notebooks;

/// <summary>How much a peer may ask of this process, before its key was seen and after.</summary>
sealed record ZmtpLimits
{
    /// <summary>Most bytes of a message's parts together; also of one frame.</summary>
    public int MostMessageBytes { get; init; } = 32 << 20;

    /// <summary>Most parts of a message.</summary>
    public int MostParts { get; init; } = 64;

    /// <summary>Most peers of a socket at a time; a front end opens one of each kind.</summary>
    public int MostPeers { get; init; } = 64;

    /// <summary>Most subscriptions of one peer.</summary>
    public int MostTopics { get; init; } = 256;

    /// <summary>
    /// Most bytes that may wait for one peer. A peer that does not take them is cut off, and not waited for: one sleeping front end must not hold up
    /// the cell or the other front ends. Nor are single messages left out, for a notebook with a hole in it looks whole, and a lost "idle" leaves
    /// its reader waiting for ever; a closed connection is seen at once, and made anew.
    /// </summary>
    public long MostQueuedBytes { get; init; } = 64 << 20;

    /// <summary>How long a new peer may take to say who it is.</summary>
    public TimeSpan Handshake { get; init; } = TimeSpan.FromSeconds(10);
}
