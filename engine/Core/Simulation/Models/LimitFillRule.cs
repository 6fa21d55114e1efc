namespace Workbench.Core;

/// <summary>When a resting limit order counts as filled. We cannot see the queue at the venue, so the default assumes its end.</summary>
public enum LimitFillRule : byte
{
    /// <summary>The other side traded through the limit: everybody at that price was served. The default, and the pessimistic one.</summary>
    Through = 0,

    /// <summary>The other side reached the limit: we stood first in the queue.</summary>
    Touch = 1,
}
