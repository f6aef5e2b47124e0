"""Pictures of the documentation: each module draws one, in Chinese and in English, as SVG."""
