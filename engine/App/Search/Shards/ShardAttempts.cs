using System.Text.Json;

namespace Workbench.App;

/// <summary>
/// The attempts at the shards of a plan, as files: the one counter that is the same under every scheduler. An attempt takes its number by
/// making its file, which only one of two can.
/// </summary>
sealed class ShardAttempts(string folder)
{
    // An attempt more than once a second for a day is no scheduler's doing.
    const int Most = 100_000;

    /// <summary>Begins the next attempt at a shard.</summary>
    /// <param name="index">The shard.</param>
    /// <param name="make">Makes its record from its number.</param>
    public ShardAttempt Begin(int index, Func<int, ShardAttempt> make)
    {
        Directory.CreateDirectory(folder);
        for (var number = Of(index).Count + 1; number < Most; number++)
        {
            var attempt = make(number);
            if (TryCreate(PathOf(index, number), attempt.ToJson()))
            {
                return attempt;
            }
        }

        throw ShardErrors.TooManyAttempts(index, folder);
    }

    /// <summary>Says how an attempt ended.</summary>
    public void End(int index, int number, ShardEnd end) => File.WriteAllBytes(EndOf(index, number), end.ToJson());

    /// <summary>All attempts at a shard so far, the first first.</summary>
    public IReadOnlyList<ShardAttempt> Of(int index)
    {
        var attempts = new List<ShardAttempt>();
        while (Read(PathOf(index, attempts.Count + 1), ShardAttempt.FromJson) is { } attempt)
        {
            attempts.Add(attempt with { End = Read(EndOf(index, attempts.Count + 1), ShardEnd.FromJson) });
        }

        return attempts;
    }

    static bool TryCreate(string path, byte[] bytes)
    {
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            file.Write(bytes);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }

    /// <summary>A record that is being written, or was cut short by a kill, counts as an attempt that told nothing.</summary>
    static T? Read<T>(string path, Reader<T> read)
        where T : class
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return read(File.ReadAllBytes(path));
        }
        catch (JsonException)
        {
            return Unreadable as T;
        }
    }

    static ShardAttempt Unreadable { get; } = new() { Number = 0, Host = "?", Pid = 0, Scheduler = "?", Started = "?" };

    string PathOf(int index, int number) => Path.Combine(folder, FormattableString.Invariant($"{index:D6}.{number}.json"));

    string EndOf(int index, int number) => Path.Combine(folder, FormattableString.Invariant($"{index:D6}.{number}.end.json"));

    delegate T Reader<T>(ReadOnlySpan<byte> bytes);
}
