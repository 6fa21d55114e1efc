using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Workbench.Research.Tests")]
