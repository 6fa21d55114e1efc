using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Workbench.Scripting.Tests")]
