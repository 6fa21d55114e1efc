namespace Workbench.Scripting;

/// <summary>
/// What strategies reach for most and may not have, with what to use instead. An entry is a namespace, a type or a member. It
/// refuses what <see cref="Allowed"/> would let pass, and lends its words to all below it that is refused anyway.
/// </summary>
static class Banned
{
    const string Clock = "it reads the machine's clock. Use Now, the time of the event at hand, or Clock";
    const string Zone = "it depends on the machine's time zone. Times are UTC; the instrument's Calendar knows sessions";
    const string Dice = "it falls differently in every run. Use the run's seeded Random: Random.NextDouble(), Random.Next(6)";
    const string Hash = "hashes differ in every process. Compare the values themselves, or use them as keys";
    const string HashOrder = "it enumerates in the order of its hashes. Use a List or a SortedDictionary";
    const string Threads = "a strategy is one thread, called event by event. SetTimer and OnTimer wait for event time";
    const string Files = "a strategy has no disk. Make it a [Parameter], or import the data and read them as an instrument";
    const string Network = "a strategy has no network. Import the data and read them as an instrument";
    const string Machine = "it differs from machine to machine. Make it a [Parameter]";
    const string Print = "a strategy prints nothing. Give the order a tag, or Add an Indicator: the report shows both";
    const string Mirror = "reflection gets around this gate. Call the member by its name";
    const string Memory = "memory says nothing about a market, and differs from run to run";
    const string Native = "native code and raw memory are beyond this gate. Use Span, List or arrays";
    const string Culture = "it depends on the machine's culture. Use CultureInfo.InvariantCulture";
    const string Ordinal = "it depends on the machine's culture. Use the Ordinal one";
    const string Local = "it may read the machine's time zone. Write new DateTime(2024, 3, 11, 8, 0, 0, DateTimeKind.Utc), or make it a DateTime [Parameter]";
    const string Estimate = "it is as exact as the processor likes. Divide, or take the square root";

    static readonly Dictionary<string, string> Why = Entries(
        (Clock,
            """
            System.DateTime.Now System.DateTime.UtcNow System.DateTimeOffset.Now System.DateTimeOffset.UtcNow System.TimeProvider
            System.Diagnostics.Stopwatch System.Environment.TickCount System.Environment.TickCount64
            """),
        ("it reads the machine's clock. Use Now.Date, the day of the event at hand", "System.DateTime.Today"),
        (Zone,
            """
            System.DateTime.ToLocalTime System.DateTime.ToUniversalTime System.DateTime.ToFileTime System.DateTime.FromFileTime
            System.DateTime.FromBinary System.DateTime.ToBinary System.DateTime.IsDaylightSavingTime System.DateTimeKind.Local
            System.DateTimeOffset.op_Implicit System.DateTimeOffset.LocalDateTime System.DateTimeOffset.ToLocalTime
            System.DateTimeOffset.FromFileTime System.TimeZone System.TimeZoneInfo
            """),
        (Local,
            """
            System.DateTime.Parse System.DateTime.ParseExact System.DateTime.TryParse System.DateTime.TryParseExact
            System.DateTimeOffset.Parse System.DateTimeOffset.ParseExact System.DateTimeOffset.TryParse
            System.DateTimeOffset.TryParseExact System.Convert.ToDateTime
            """),
        (Culture,
            """
            System.DateTime.GetDateTimeFormats System.DateTime.ToShortDateString System.DateTime.ToLongDateString
            System.DateTime.ToShortTimeString System.DateTime.ToLongTimeString System.DateOnly.ToShortDateString
            System.DateOnly.ToLongDateString System.TimeOnly.ToShortTimeString System.TimeOnly.ToLongTimeString
            System.Globalization.CultureInfo System.Globalization.NumberFormatInfo System.Globalization.DateTimeFormatInfo
            System.Globalization.RegionInfo System.FormattableString.CurrentCulture System.String.Normalize System.String.IsNormalized
            """),
        (Ordinal, "System.StringComparer System.StringComparison"),
        (Dice, "System.Random System.Security.Cryptography System.Linq.Enumerable.Shuffle"),
        ("a new one differs in every run. Number things in sequence", "System.Guid"),
        (Hash, "System.HashCode System.Collections.StructuralComparisons"),
        (HashOrder, "System.Collections.Hashtable System.Collections.Frozen"),
        ("it enumerates differently in every process. Use ImmutableSortedDictionary or ImmutableSortedSet",
            """
            System.Collections.Immutable.ImmutableDictionary System.Collections.Immutable.IImmutableDictionary
            System.Collections.Immutable.ImmutableHashSet System.Collections.Immutable.IImmutableSet
            """),
        (Threads,
            """
            System.Threading System.Timers System.Collections.Concurrent System.Collections.Immutable.ImmutableInterlocked
            System.Collections.Generic.IAsyncEnumerable System.Collections.Generic.IAsyncEnumerator System.Linq.ParallelEnumerable
            System.Linq.ParallelQuery System.Linq.AsyncEnumerable System.IAsyncDisposable System.ThreadStaticAttribute
            """),
        ("it locks as threads need it. Compute the value in OnStart", "System.Lazy"),
        (Files, "System.IO"),
        (Network, "System.Net System.Uri"),
        ("a strategy starts nothing", "System.Diagnostics.Process System.Diagnostics.ProcessStartInfo"),
        (Print, "System.Diagnostics System.Console"),
        (Machine,
            """
            System.Environment System.AppContext System.AppDomain System.OperatingSystem System.IntPtr System.UIntPtr
            System.Runtime.InteropServices.RuntimeInformation System.BitConverter.IsLittleEndian System.Exception.StackTrace
            """),
        (Mirror,
            """
            System.Reflection System.Type System.Activator System.Delegate System.Object.GetType System.Exception.GetType
            System.Runtime.CompilerServices.UnsafeAccessorAttribute System.Linq.Expressions System.Linq.Queryable
            System.Linq.IQueryable System.Exception.TargetSite
            """),
        ("it holds paths and line numbers of this machine. Use Message", "System.Exception.ToString"),
        (Memory, "System.GC System.WeakReference System.Runtime.CompilerServices.ConditionalWeakTable System.String.IsInterned"),
        (Native, "System.Runtime.InteropServices System.Runtime.CompilerServices.Unsafe System.Runtime.CompilerServices.RuntimeHelpers"),
        ("it differs from processor to processor. Write the loop out", "System.Runtime.Intrinsics System.Numerics.Vector"),
        ("pools outlive the run. Keep an array of your own", "System.Buffers"),
        (Estimate,
            """
            System.Math.ReciprocalEstimate System.Math.ReciprocalSqrtEstimate System.MathF.ReciprocalEstimate System.MathF.ReciprocalSqrtEstimate
            System.Double.ReciprocalEstimate System.Double.ReciprocalSqrtEstimate System.Double.MultiplyAddEstimate System.Double.ConvertToIntegerNative
            System.Single.ReciprocalEstimate System.Single.ReciprocalSqrtEstimate System.Single.MultiplyAddEstimate System.Single.ConvertToIntegerNative
            System.Half.ReciprocalEstimate System.Half.ReciprocalSqrtEstimate System.Half.MultiplyAddEstimate System.Half.ConvertToIntegerNative
            """));

    /// <summary>Whether the type or member is refused though its surroundings may be allowed.</summary>
    public static bool Contains(string name) => Why.ContainsKey(name);

    /// <summary>Why a name is refused and what to use instead: the words of the nearest entry, from the member up to its namespace.</summary>
    public static string Advice(string name)
    {
        for (var at = name; at.Length > 0; at = at[..Math.Max(0, at.LastIndexOf('.'))])
        {
            if (Why.TryGetValue(at, out var why))
            {
                return why;
            }
        }

        return "it is not on the list of what decides the same in every run. Use numbers, text, List, SortedDictionary, LINQ and what Strategy offers";
    }

    static Dictionary<string, string> Entries(params ReadOnlySpan<(string Why, string Names)> groups)
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (why, names) in groups)
        {
            foreach (var name in names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                entries.Add(name, why);
            }
        }

        return entries;
    }
}
