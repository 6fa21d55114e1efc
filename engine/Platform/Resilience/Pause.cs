using System.Net;

namespace Workbench.Platform.Resilience;

/// <summary>What a venue asked for with 429 and 418: a pause for all but urgent calls, or silence of all. For all threads.</summary>
sealed class Pause(ResilienceOptions options, TimeProvider time)
{
    // 418 of HTTP's joke is, at the one venue that uses it, a ban.
    const HttpStatusCode Teapot = (HttpStatusCode)418;

    readonly Lock changing = new();
    DateTimeOffset pausedUntil;
    DateTimeOffset silentUntil;

    /// <summary>Whether a status is one that asks for it.</summary>
    public static bool IsAsked(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or Teapot;

    /// <summary>How long a call has to wait.</summary>
    public TimeSpan Wait(bool isUrgent)
    {
        lock (changing)
        {
            var until = isUrgent || silentUntil > pausedUntil ? silentUntil : pausedUntil;
            var now = time.GetUtcNow();
            return until > now ? until - now : TimeSpan.Zero;
        }
    }

    /// <summary>Obeys an answer.</summary>
    /// <returns>How long.</returns>
    public TimeSpan Obey(HttpResponseMessage response)
    {
        var isBan = response.StatusCode == Teapot;
        var span = Asked(response) ?? (isBan ? options.SilenceFor418 : options.PauseFor429);
        lock (changing)
        {
            // A later answer may ask for less; the venue that asked for more still counts.
            var until = time.GetUtcNow() + span;
            if (isBan && until > silentUntil)
            {
                silentUntil = until;
            }
            else if (!isBan && until > pausedUntil)
            {
                pausedUntil = until;
            }
        }

        return span;
    }

    TimeSpan? Asked(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter?.Delta ?? (response.Headers.RetryAfter?.Date - time.GetUtcNow());
        return asked is { } span && span > TimeSpan.Zero ? span : null;
    }
}
